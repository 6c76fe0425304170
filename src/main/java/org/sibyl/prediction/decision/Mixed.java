package org.sibyl.prediction.decision;

import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * A sum of losses, each with a weight.
 *
 * @param weights at least 0
 * @param losses one for each weight, at least one
 */
@About("a sum of losses, each with a weight")
public record Mixed(
    @Parameter("the weights, in [0, inf)") List<Double> weights,
    @Parameter("the losses, one for each weight") List<DecisionLoss> losses)
    implements DecisionLoss {
  public Mixed {
    weights = Places.losses("weights", weights);
    losses = List.copyOf(losses);
    Check.sameSize("losses", losses.size(), "the list of weights", weights.size());
    Places.greatest(max(weights, losses));
  }

  private static double max(List<Double> weights, List<DecisionLoss> losses) {
    double sum = 0;
    for (int j = 0; j < losses.size(); j++) {
      sum += weights.get(j) * losses.get(j).max();
    }
    return sum;
  }

  @Override
  public double value(double[] features, int decision, int outcome) {
    double sum = 0;
    for (int j = 0; j < losses.size(); j++) {
      sum += weights.get(j) * losses.get(j).value(features, decision, outcome);
    }
    return sum;
  }

  @Override
  public double max() {
    return max(weights, losses);
  }

  @Override
  public boolean isInputOblivious() {
    return losses.stream().allMatch(DecisionLoss::isInputOblivious);
  }

  @Override
  public void check(int decisions, int features) {
    losses.forEach(loss -> loss.check(decisions, features));
  }
}
