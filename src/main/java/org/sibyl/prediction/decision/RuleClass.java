package org.sibyl.prediction.decision;

import java.util.List;

/** A finite class of rules, H, that can be listed. */
public interface RuleClass {
  /**
   * All its rules, each once, in a fixed order. Empty when there are none.
   *
   * @param decisions how many there are
   * @throws IllegalArgumentException when a rule needs more of them
   */
  List<DecisionRule> rules(int decisions);

  /**
   * How many rules it has, which sample sizes depend on.
   *
   * @param decisions how many there are
   */
  default long size(int decisions) {
    return rules(decisions).size();
  }

  /** What tells it from other classes: its parameters in words. */
  default String complexityId() {
    return toString();
  }
}
