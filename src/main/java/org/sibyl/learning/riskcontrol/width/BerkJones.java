package org.sibyl.learning.riskcontrol.width;

import java.util.OptionalDouble;
import org.hipparchus.special.Beta;
import org.sibyl.numeric.About;
import org.sibyl.prediction.risk.RiskMeasure;

/**
 * The band of Berk and Jones around the distribution of losses: every order statistic of a uniform
 * sample, the i-th of which follows Beta(i, n - i + 1), is within its quantiles at one common
 * level, chosen so that all are at once with probability 1 - failure (Berk and Jones 1979,
 * Goodness-of-fit test statistics that dominate the Kolmogorov statistics; Moscovich, Nadler and
 * Spiegelman 2016, On the exact Berk-Jones statistics and their p-value calculation). Narrower than
 * {@link DkwBand} in the tails, where the conditional value-at-risk looks, and a little wider in
 * the middle; it holds for all lambda' in the same cases.
 *
 * <p>The common level is computed exactly, which costs a quarter of a second for 2000 people and a
 * second or two for 10 000.
 */
@About(
    value = "band that is narrow in the tails of the distribution of losses, for any measure",
    source = "Berk and Jones 1979; Li et al. 2025, section 4")
public record BerkJones() implements Width {
  private static final double PRECISION = 1e-5; // of the logarithm of the failure probability
  private static final int FEW = 10;
  private static final double NEAR = 1e-6; // where one more step of Newton's is right to rounding
  private static final int MOST_STEPS = 60;

  @Override
  public OptionalDouble of(int sample, double failure, RiskMeasure measure, double level) {
    Ask.check("berk-jones", sample, failure, level);
    return band(sample, failure).width(measure, level);
  }

  /** The band of a sample of at least 1. */
  public static Band band(int sample, double failure) {
    return Band.mirrored(bounds(sample, commonLevel(sample, failure)));
  }

  @Override
  public boolean isUniform() {
    return true;
  }

  /**
   * The probability with which each order statistic may leave its quantiles, so that any does with
   * the failure probability, or less by a factor of at most 1 - {@value #PRECISION}: by the secant
   * method on logarithms, where the law is nearly straight.
   */
  static double commonLevel(int sample, double failure) {
    double log = StrictMath.log(sample);
    double at = StrictMath.log(failure) - log; // that of the union bound, for few
    if (sample > FEW) {
      at = StrictMath.log(failure / (4 * log * StrictMath.log(log)));
    }
    double slope = 1;
    double before = Double.NaN;
    double valueBefore = Double.NaN;
    for (int step = 0; step < MOST_STEPS; step++) {
      double value = excess(sample, at, failure);
      if (value <= 0 && value >= -PRECISION) {
        return StrictMath.exp(at);
      }
      if (step > 0) {
        slope = Math.min(2, Math.max(0.5, (value - valueBefore) / (at - before)));
      }
      before = at;
      valueBefore = value;
      at -= (value + PRECISION / 2) / slope;
    }
    return failure / sample; // the union bound
  }

  /** The logarithm of the failure probability at a common level over the one that is allowed. */
  private static double excess(int sample, double logLevel, double failure) {
    double leaving = 1 - OrderStatistics.within(bounds(sample, StrictMath.exp(logLevel)));
    return StrictMath.log(Math.max(leaving, Double.MIN_NORMAL) / failure);
  }

  /** The lower quantile of each order statistic, for half the common level; 0 for i = 0. */
  private static double[] bounds(int sample, double commonLevel) {
    double[] low = new double[sample + 1];
    for (int i = 1; i <= sample; i++) {
      double guess = i < 3 ? low[i - 1] : 2 * low[i - 1] - low[i - 2];
      low[i] = quantile(i, sample, StrictMath.log(commonLevel / 2), guess);
    }
    return low;
  }

  /**
   * The x with P(Beta(i, n - i + 1) below x) of this logarithm, by Newton's method on the
   * logarithm, which is concave in x, so that from the left it does not overshoot. What is left of
   * an error does no harm: {@link OrderStatistics} takes the bounds as they are.
   */
  private static double quantile(int i, int n, double logProbability, double guess) {
    if (i == n) {
      return StrictMath.exp(logProbability / n);
    }
    if (i == 1) {
      return -StrictMath.expm1(StrictMath.log1p(-StrictMath.exp(logProbability)) / n);
    }
    double x = guess;
    double logConstant = -Beta.logBeta(i, n - i + 1.0);
    for (int step = 0; step < MOST_STEPS; step++) {
      double probability = Beta.regularizedBeta(x, i, n - i + 1.0);
      double density =
          StrictMath.exp(
              logConstant + (i - 1.0) * StrictMath.log(x) + (n - i) * StrictMath.log1p(-x));
      double move = (logProbability - StrictMath.log(probability)) * probability / density;
      x += move;
      if (Math.abs(move) <= NEAR * Math.min(x, 1 - x)) {
        break;
      }
    }
    return x;
  }
}
