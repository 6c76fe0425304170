package org.sibyl.learning.omniprediction;

import java.util.List;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.DecisionRule;

/**
 * Tries all rules of a list, the plain way, and can pretend to be inexact. For tests.
 *
 * @param rules to try
 * @param isExact what it says of itself
 */
public record AllRules(List<DecisionRule> rules, boolean isExact) implements Auditor {
  public AllRules(List<DecisionRule> rules) {
    this(rules, true);
  }

  @Override
  public Search on(Matrix features, int decisions) {
    return costs -> {
      DecisionRule cheapest = rules.get(0);
      double least = Double.POSITIVE_INFINITY;
      for (DecisionRule rule : rules) {
        double cost = costs.of(Decided.by(rule, features));
        if (cost < least) {
          cheapest = rule;
          least = cost;
        }
      }
      return cheapest;
    };
  }

  @Override
  public boolean isEmpty(int decisions) {
    return rules.isEmpty();
  }

  @Override
  public double size(Matrix features, int decisions) {
    return rules.size();
  }
}
