package org.sibyl.learning.riskcontrol.width;

import java.util.OptionalDouble;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskMeasure;

/**
 * sqrt(ln(2 / failure) / (2 n)), for the mean (Hoeffding 1963, Probability inequalities for sums of
 * bounded random variables).
 */
@About(
    value = "sqrt(ln(2 / failure) / (2 n)), for the mean, at every sample size",
    source = "Hoeffding 1963")
public record Hoeffding() implements Width {
  @Override
  public OptionalDouble of(int sample, double failure, RiskMeasure measure, double level) {
    if (!(measure instanceof MeanRisk)) {
      throw Check.invalid("width", "hoeffding", "is for the mean");
    }
    double width = StrictMath.sqrt(StrictMath.log(2 / failure) / (2.0 * sample));
    return width > level ? OptionalDouble.empty() : OptionalDouble.of(width);
  }
}
