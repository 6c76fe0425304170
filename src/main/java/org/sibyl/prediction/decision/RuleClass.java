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
}
