package org.sibyl.prediction.decision;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * A weight times a factor, such as the one that gives it the mean 1 on a sample.
 *
 * @param weight that is scaled
 * @param factor above 0
 */
@About("a weight times a factor")
public record Scaled(
    @Parameter("the weight that is scaled") ImportanceWeight weight,
    @Parameter(value = "what it is multiplied by", range = "(0, inf)") double factor)
    implements ImportanceWeight {
  static final Range FACTORS = Range.parse("(0, inf)");

  public Scaled {
    Check.within("factor", factor, FACTORS);
    Places.greatest(weight.max() * factor);
  }

  /**
   * A weight normalised on a sample, so that its mean there is 1; the factor says by how much.
   *
   * @param sample people x features
   * @throws IllegalArgumentException when nobody in the sample counts
   */
  public static Scaled on(Matrix sample, ImportanceWeight weight) {
    double mean = weight.mean(sample, Column.constant(sample.rows(), 1.0 / sample.rows()));
    if (!(mean > 0)) {
      throw Check.invalid(
          "weight", "the mean " + mean, "must be above 0: nobody in the sample counts");
    }
    return new Scaled(weight, 1 / mean);
  }

  @Override
  public double of(double[] features) {
    return factor * weight.of(features);
  }

  @Override
  public double max() {
    return factor * weight.max();
  }

  @Override
  public void check(int features) {
    weight.check(features);
  }
}
