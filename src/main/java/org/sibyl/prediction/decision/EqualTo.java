package org.sibyl.prediction.decision;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * Only people of one value of a feature count.
 *
 * @param feature from 0
 * @param value that they have
 * @param factor their weight, above 0: 1 over their share
 */
@About("only people of one value of a feature count")
public record EqualTo(
    @Parameter(value = "the feature, from 0", range = "[0, inf)") int feature,
    @Parameter(value = "the value of those who count", range = "(-inf, inf)") double value,
    @Parameter(value = "their weight, 1 over their share", range = "(0, inf)") double factor)
    implements ImportanceWeight {
  public EqualTo {
    Check.atLeast("feature", feature, 0);
    Check.finite("value", value);
    Check.within("factor", factor, Scaled.FACTORS);
  }

  @Override
  public double of(double[] features) {
    return features[feature] == value ? factor : 0;
  }

  @Override
  public double max() {
    return factor;
  }

  @Override
  public void check(int features) {
    Places.feature("feature", feature, features);
  }
}
