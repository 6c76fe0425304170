package org.sibyl.prediction.decision;

import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Values;

/**
 * How likely a decision is depends on a feature that has the values 0, 1, 2 and so on: the
 * propensities are known, but differ from person to person.
 *
 * @param feature from 0
 * @param shares for each value of the feature from 0, how likely each decision is; sums are 1
 */
@About("how likely a decision is depends on a feature with the values 0, 1, 2 and so on")
public record TrialByValue(
    @Parameter(value = "the feature, from 0", range = "[0, inf)") int feature,
    @Parameter("a list for each value of the feature, from 0: how likely each decision is")
        List<Values> shares)
    implements Trial {
  public TrialByValue {
    Check.atLeast("feature", feature, 0);
    Check.atLeast("shares", shares.size(), 1);
    shares = List.copyOf(shares);
    for (int value = 0; value < shares.size(); value++) {
      Shares.checked("shares[" + value + "]", shares.get(value));
    }
  }

  @Override
  public void probabilities(double[] features, double[] into) {
    double value = features[feature];
    if (!(value >= 0 && value < shares.size() && value == StrictMath.rint(value))) {
      throw Check.invalid(
          "feature " + feature,
          Double.toString(value),
          "must be a whole number below " + shares.size() + ", for each of which there are shares");
    }
    Shares.copy(shares.get((int) value), into);
  }

  @Override
  public void check(int decisions, int features) {
    Places.feature("feature", feature, features);
    for (int value = 0; value < shares.size(); value++) {
      Shares.fit("shares[" + value + "]", shares.get(value), decisions);
    }
  }
}
