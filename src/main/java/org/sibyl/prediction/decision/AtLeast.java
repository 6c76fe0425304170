package org.sibyl.prediction.decision;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * Only people who have at least so much of a feature count.
 *
 * @param feature from 0
 * @param cut the least that they have
 * @param factor their weight, above 0: 1 over their share
 */
@About("only people who have at least so much of a feature count")
public record AtLeast(
    @Parameter(value = "the feature, from 0", range = "[0, inf)") int feature,
    @Parameter(value = "the least that those have who count", range = "(-inf, inf)") double cut,
    @Parameter(value = "their weight, 1 over their share", range = "(0, inf)") double factor)
    implements ImportanceWeight {
  public AtLeast {
    Check.atLeast("feature", feature, 0);
    Check.finite("cut", cut);
    Check.within("factor", factor, Scaled.FACTORS);
  }

  @Override
  public double of(double[] features) {
    return features[feature] >= cut ? factor : 0;
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
