package org.sibyl.prediction.decision;

import java.util.List;
import java.util.stream.IntStream;
import org.sibyl.numeric.About;

/** The constant rules, in the order of decisions. */
@About("the constant rules")
public record Constants() implements RuleClass {
  @Override
  public List<DecisionRule> rules(int decisions) {
    return IntStream.range(0, decisions).<DecisionRule>mapToObj(Always::new).toList();
  }
}
