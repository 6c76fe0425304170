package org.sibyl.learning.riskcontrol.width;

import java.util.OptionalDouble;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.prediction.risk.ConditionalValueAtRisk;
import org.sibyl.prediction.risk.RiskMeasure;

/**
 * The normal approximation for the conditional value-at-risk of losses that are uniform on [0, 1]
 * with a probability q of at most {@code positives}, and else 0: z sqrt(v / n), with the largest
 * variance v that such a q allows (Li et al. 2025, appendix B.2). It holds only as samples grow.
 *
 * <p>The published code takes q = positives where that exceeds 1 - beta, although the variance
 * falls from there on: its widths are too narrow by a factor of 3 to 5 at beta = .9.
 *
 * @param positives p: bound on the share of people who can cost anything, in [0, 1]
 */
@About(
    value = "normal approximation for the conditional value-at-risk of uniform losses",
    source = "Li et al. 2025, appendix B.2, its worst case corrected")
public record TailCentralLimit(
    @Parameter(value = "bound on the share of people who can cost anything", range = "[0, 1]")
        double positives)
    implements Width {
  /** Where q (4 - 3 q) is largest. */
  private static final double PEAK = 2.0 / 3;

  public TailCentralLimit {
    Check.probability("positives", positives);
  }

  @Override
  public OptionalDouble of(int sample, double failure, RiskMeasure measure, double level) {
    Ask.check("cvar-clt", sample, failure, level);
    if (!(measure instanceof ConditionalValueAtRisk tail)) {
      throw Check.invalid(
          "width",
          "cvar-clt",
          "is for the conditional value-at-risk. For the mean choose width: {type: hoeffding} or"
              + " {type: clt}, for other measures {type: dkw}");
    }
    double variance = worstVariance(positives, tail.level());
    return Ask.within(level, KnownVariance.width(variance, sample, failure));
  }

  /**
   * The largest variance for a q of at most {@code positives}: at min(positives, 1 - beta, 2/3).
   */
  static double worstVariance(double positives, double beta) {
    return variance(Math.min(positives, Math.min(1 - beta, PEAK)), beta);
  }

  /**
   * Variance of the estimate, times n, in the limit: the integral of psi(u) psi(v) (min(u, v) - u
   * v) over quantiles max(0, (u - 1 + q) / q).
   */
  static double variance(double q, double beta) {
    double tail = 1 - beta;
    return q <= tail ? q * (4 - 3 * q) / (12 * tail * tail) : tail * (1 + 3 * beta) / (12 * q * q);
  }

  @Override
  public boolean isExact() {
    return false;
  }
}
