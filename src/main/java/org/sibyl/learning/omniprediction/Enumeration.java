package org.sibyl.learning.omniprediction;

import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.RuleClass;

/**
 * Tries every rule of a finite class. Exact; of equally cheap rules it takes the first.
 *
 * @param rules the class
 */
@About("tries every rule of a finite class")
public record Enumeration(@Parameter("the rules to try") RuleClass rules) implements Auditor {
  @Override
  public Search on(Matrix features, int decisions) {
    List<DecisionRule> all = rules.rules(decisions);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("rules: there are none. Give at least one rule.");
    }
    int[][] decided = new int[all.size()][];
    for (int h = 0; h < decided.length; h++) {
      all.get(h).check(decisions, features.columns());
      decided[h] = Decided.by(all.get(h), features, decisions);
    }
    return costs -> {
      int cheapest = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int h = 0; h < decided.length; h++) {
        double cost = costs.of(decided[h]);
        if (cost < least) {
          cheapest = h;
          least = cost;
        }
      }
      return all.get(cheapest);
    };
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public double size(Matrix features, int decisions) {
    return rules.rules(decisions).size();
  }
}
