package org.sibyl.learning.chain;

/**
 * The individuals' default trust rule as the Predictor knows it: the posterior log-odds of the
 * forecasts against the belief, with likelihoods kept away from 0 and 1 (Góis et al. 2025, section
 * 4). The Predictor must not read trust, so it keeps this account of its own; a test holds that the
 * two agree to the bit.
 */
final class FlooredTrust {
  private static final double FLOOR = 1e-9;
  private static final double MOST_CERTAIN = 700;

  private FlooredTrust() {}

  /** What one observed action adds to the log-odds; 0 when nothing was said or seen (NaN). */
  static double evidence(double forecast, double action, double belief) {
    return Double.isNaN(forecast) || Double.isNaN(action)
        ? 0
        : logLikelihood(forecast, action == 1) - logLikelihood(belief, action == 1);
  }

  /** The log-odds after that much evidence. */
  static double revised(double logOdds, double evidence) {
    return StrictMath.max(-MOST_CERTAIN, StrictMath.min(MOST_CERTAIN, logOdds + evidence));
  }

  private static double logLikelihood(double probability, boolean cooperated) {
    double kept = StrictMath.max(FLOOR, StrictMath.min(1 - FLOOR, probability));
    return cooperated ? StrictMath.log(kept) : StrictMath.log1p(-kept);
  }
}
