package org.sibyl.prediction.decision;

import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * People count by the value of a feature that takes few.
 *
 * @param feature from 0
 * @param values that it takes, ascending
 * @param weights one for each value, at least 0
 */
@About("people count by the value of a feature")
public record ByValue(
    @Parameter(value = "the feature, from 0", range = "[0, inf)") int feature,
    @Parameter("the values that it takes, ascending") List<Double> values,
    @Parameter("the weight of each value, in [0, inf)") List<Double> weights)
    implements ImportanceWeight {
  private static final Range WEIGHTS = Range.parse("[0, inf)");

  public ByValue {
    Check.atLeast("feature", feature, 0);
    values = Places.ascending("values", values);
    weights = Places.within("weights", weights, WEIGHTS);
    Check.sameSize("weights", weights.size(), "the list of values", values.size());
  }

  /**
   * The weight of a person.
   *
   * @throws IllegalArgumentException when the value of the feature is not in the list
   */
  @Override
  public double of(double[] features) {
    for (int k = 0; k < values.size(); k++) {
      if (values.get(k) == features[feature]) {
        return weights.get(k);
      }
    }
    throw Check.invalid(
        "feature " + feature,
        Double.toString(features[feature]),
        "must be one of " + values + ". Give it a weight");
  }

  @Override
  public double max() {
    double most = 0;
    for (double weight : weights) {
      most = StrictMath.max(most, weight);
    }
    return most;
  }

  @Override
  public void check(int features) {
    Places.feature("feature", feature, features);
  }
}
