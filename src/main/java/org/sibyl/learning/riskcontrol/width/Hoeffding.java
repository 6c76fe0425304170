package org.sibyl.learning.riskcontrol.width;

import java.util.OptionalDouble;
import org.sibyl.numeric.About;
import org.sibyl.prediction.risk.RiskMeasure;

/**
 * sqrt(ln(2 / failure) / (2 n)), for the mean, whatever the sample's mean is (Hoeffding 1963,
 * Probability inequalities for sums of bounded random variables).
 */
@About(
    value = "sqrt(ln(2 / failure) / (2 n)), for the mean, at every sample size",
    source = "Hoeffding 1963")
public record Hoeffding() implements Width {
  @Override
  public OptionalDouble of(int sample, double failure, RiskMeasure measure, double level) {
    Ask.check("hoeffding", sample, failure, level).forMean(measure);
    return Ask.within(level, at(sample, failure));
  }

  /** The width, for any mean. */
  static double at(int sample, double failure) {
    return StrictMath.sqrt(StrictMath.log(2 / failure) / (2.0 * sample));
  }
}
