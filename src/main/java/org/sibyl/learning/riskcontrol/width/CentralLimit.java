package org.sibyl.learning.riskcontrol.width;

import java.util.OptionalDouble;
import org.sibyl.numeric.About;
import org.sibyl.prediction.risk.RiskMeasure;

/**
 * The normal approximation for the mean: omega = z sqrt(v / n) for the variance v of a sample,
 * which is at most n m (1 - m) / (n - 1) for mean m. The width is the largest omega of a mean that
 * is within the level with its omega, in closed form. It holds only as samples grow.
 */
@About(
    value = "normal approximation for the mean; holds only as samples grow",
    source = "Li et al. 2025, appendix A.2")
public record CentralLimit() implements Width {
  @Override
  public OptionalDouble of(int sample, double failure, RiskMeasure measure, double level) {
    Ask.check("clt", sample, failure, level).forMean(measure);
    return omega(sample, failure).within(level);
  }

  /** The pointwise width of a sample's mean. */
  static RootWidth omega(int sample, double failure) {
    double z = StandardNormal.twoSided(failure);
    return new RootWidth(0, z * z / (sample - 1.0));
  }

  @Override
  public boolean isExact() {
    return false;
  }
}
