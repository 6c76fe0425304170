package org.sibyl.prediction.decision;

import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;

/**
 * The decision whose linear cost is lowest; of equal ones the first. A cost that is not a number,
 * because a feature is not, is never lowest.
 *
 * @param weights of the cost of each decision: one for each feature, the last is the intercept
 */
@About("the decision whose linear cost is lowest")
public record LinearMulticlass(
    @Parameter(
            value =
                "what each decision's cost is made of: a weight for each feature, then the intercept")
        List<Values> weights)
    implements DecisionRule {
  public LinearMulticlass {
    Check.atLeast("weights", weights.size(), 1);
    int terms = weights.get(0).size();
    for (Values each : weights) {
      each.within("weights", Range.FINITE);
      Check.sameSize("weights", each.size(), "the first list", terms);
    }
    Check.atLeast("weights", terms, 1);
    weights = List.copyOf(weights);
  }

  @Override
  public int decide(double[] features) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int decision = 0; decision < weights.size(); decision++) {
      double cost = cost(weights.get(decision), features);
      if (cost < least) {
        best = decision;
        least = cost;
      }
    }
    return best;
  }

  private static double cost(Values weights, double... features) {
    int intercept = weights.size() - 1;
    double cost = weights.get(intercept);
    for (int k = 0; k < intercept; k++) {
      cost += weights.get(k) * features[k];
    }
    return cost;
  }

  @Override
  public void check(int decisions, int features) {
    Places.decision("weights", weights.size() - 1, decisions);
    Check.sameSize("weights", weights.get(0).size(), "people's features and 1", features + 1);
  }
}
