package org.sibyl.learning.riskcontrol.width;

import java.util.OptionalDouble;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.risk.RiskMeasure;

/**
 * The normal approximation for the mean of losses whose variance, or a bound on it, is known: z
 * sqrt(variance / n), also for losses without a greatest one, as in the authors' study of demand
 * forecasts. It holds only as samples grow.
 *
 * @param variance of losses, above 0, in units of the greatest loss squared; in units of loss
 *     squared where there is no greatest loss
 */
@About(
    value = "normal approximation for the mean of losses of known variance",
    source = "published code of Li et al. 2025")
public record KnownVariance(
    @Parameter(
            value = "variance of losses, or a bound on it",
            unit = "greatest loss squared",
            range = "(0, inf)")
        double variance)
    implements Width {
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public KnownVariance {
    Check.within("variance", variance, POSITIVE);
  }

  @Override
  public OptionalDouble of(int sample, double failure, RiskMeasure measure, double level) {
    Ask.check("clt-known-variance", sample, failure, level).forMean(measure);
    return Ask.within(level, width(variance, sample, failure));
  }

  /** z sqrt(variance / sample). */
  static double width(double variance, int sample, double failure) {
    return StandardNormal.twoSided(failure) * StrictMath.sqrt(variance / sample);
  }

  @Override
  public boolean needsGreatestLoss() {
    return false;
  }

  @Override
  public boolean isExact() {
    return false;
  }
}
