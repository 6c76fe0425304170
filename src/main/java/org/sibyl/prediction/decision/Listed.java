package org.sibyl.prediction.decision;

import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * Rules that are listed one by one; one that comes again is left out.
 *
 * @param rules at least one
 */
@About("rules that are listed one by one")
public record Listed(@Parameter("the rules") List<DecisionRule> rules) implements RuleClass {
  public Listed {
    Check.atLeast("rules", rules.size(), 1);
    rules = rules.stream().distinct().toList(); // in their order
  }

  @Override
  public List<DecisionRule> rules(int decisions) {
    return rules;
  }

  @Override
  public long size(int decisions) {
    return rules.size();
  }
}
