package org.sibyl.learning.omniprediction.interference;

import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.decision.ImportanceWeight;

/**
 * People count by a density ratio of exposures that is one of their features, as {@link
 * ExposedTrial#contexts} appends it. A loss so weighted has, in the trial, the mean that it would
 * have if all followed the rule; the decisions that are best by it are not certified.
 *
 * @param feature that is the ratio, from 0
 * @param max greatest ratio there is, above 0
 */
public record ExposureRatio(int feature, double max) implements ImportanceWeight {
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public ExposureRatio {
    Check.atLeast("feature", feature, 0);
    Check.within("max", max, POSITIVE);
  }

  @Override
  public double of(double[] features) {
    return features[feature];
  }

  @Override
  public void check(int features) {
    if (feature >= features) {
      throw Check.invalid(
          "feature",
          Integer.toString(feature),
          "must be one of the " + features + " features, counted from 0");
    }
  }
}
