package org.sibyl.prediction.decision;

import java.util.List;
import java.util.OptionalInt;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * Outcomes are to be steered, and decisions cost something: the price when the outcome is not the
 * one aimed at, plus the cost of the decision. Costs may depend on the person: they are then
 * multiplied by a feature.
 *
 * @param toward the outcome aimed at, 0 or 1
 * @param price of the other outcome, at least 0
 * @param costs of each decision, at least 0
 * @param feature that multiplies the costs, from 0; none when they are the same for everyone
 * @param greatest value of that feature; people must have it in [0, greatest]
 */
@About("the price when the outcome is not the one aimed at, plus the cost of the decision")
public record PricedSteering(
    @Parameter(value = "the outcome aimed at", range = "[0, 1]") int toward,
    @Parameter(value = "the price of the other outcome", range = "[0, inf)", byDefault = "1")
        double price,
    @Parameter("the cost of each decision, in [0, inf)") List<Double> costs,
    @Parameter(value = "the feature that multiplies the costs, from 0", range = "[0, inf)")
        OptionalInt feature,
    @Parameter(value = "the greatest value of that feature", range = "[0, inf)", byDefault = "1")
        double greatest)
    implements DecisionLoss {
  public PricedSteering {
    if (toward != 0 && toward != 1) {
      throw Check.invalid("toward", Integer.toString(toward), "must be 0 or 1");
    }
    Places.loss("price", price);
    costs = Places.losses("costs", costs);
    feature.ifPresent(number -> Check.atLeast("feature", number, 0));
    Places.loss("greatest", greatest);
    Places.greatest(max(price, costs, feature.isPresent() ? greatest : 1));
  }

  private static double max(double price, List<Double> costs, double greatest) {
    double most = 0;
    for (double cost : costs) {
      most = StrictMath.max(most, cost);
    }
    return price + most * greatest;
  }

  @Override
  public double value(double[] features, int decision, int outcome) {
    return (outcome == toward ? 0 : price) + costs.get(decision) * factor(features);
  }

  private double factor(double[] features) {
    if (feature.isEmpty()) {
      return 1;
    }
    double factor = features[feature.getAsInt()];
    if (!(factor >= 0 && factor <= greatest)) {
      throw Check.invalid(
          "feature " + feature.getAsInt(),
          Double.toString(factor),
          "must lie in [0, " + greatest + "], as it multiplies costs. Raise greatest");
    }
    return factor;
  }

  @Override
  public double max() {
    return max(price, costs, feature.isPresent() ? greatest : 1);
  }

  @Override
  public boolean isInputOblivious() {
    return feature.isEmpty();
  }

  @Override
  public void check(int decisions, int features) {
    Places.each("costs", costs, decisions);
    feature.ifPresent(number -> Places.feature("feature", number, features));
  }
}
