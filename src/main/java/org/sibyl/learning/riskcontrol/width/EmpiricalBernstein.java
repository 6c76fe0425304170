package org.sibyl.learning.riskcontrol.width;

import java.util.OptionalDouble;
import org.sibyl.numeric.About;
import org.sibyl.prediction.risk.RiskMeasure;

/**
 * omega = sqrt(2 v ln(4 / failure) / n) + 7 ln(4 / failure) / (3 (n - 1)) for the mean of a sample
 * with variance v, two-sided (Maurer and Pontil 2009, Empirical Bernstein bounds and sample
 * variance penalization, theorem 4, for each side half the failure). The variance is not known
 * beforehand, but at most n m (1 - m) / (n - 1) for mean m: so this is the largest omega of a mean
 * that is within the level with its omega. Better than Hoeffding's for levels near 0, worse for
 * those in the middle.
 */
@About(
    value = "for the mean, at every sample size; narrow where the level is low",
    source = "Maurer and Pontil 2009; Li et al. 2025, appendix A.2")
public record EmpiricalBernstein() implements Width {
  @Override
  public OptionalDouble of(int sample, double failure, RiskMeasure measure, double level) {
    Ask.check("empirical-bernstein", sample, failure, level).forMean(measure);
    return omega(sample, failure).within(level);
  }

  /** The pointwise width of a sample's mean. */
  static RootWidth omega(int sample, double failure) {
    double log = StrictMath.log(4 / failure);
    return new RootWidth(7 * log / (3 * (sample - 1.0)), 2 * log / (sample - 1.0));
  }
}
