package org.sibyl.metrics.riskcontrol;

import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.DistributionMap;
import org.sibyl.prediction.risk.RiskTarget;

/**
 * How far losses move as people respond, and the risk slope bound tau that this asks for: the
 * sensitivity gamma, the largest Wasserstein distance of order 1 between the losses of one rule
 * under two deployed ones, per unit of their lambdas (Li et al. 2025, section 3). It is measured at
 * two resolutions: where the finer one is much steeper, the true one may have no bound.
 *
 * @param coarse at the step that was asked for
 * @param fine at half of it
 * @param norm of psi of order infinity, by which the measure of losses moves at most
 */
public record RiskSensitivity(SteepestSlope coarse, SteepestSlope fine, double norm) {
  /** In a world with a bounded slope both agree but for noise. */
  private static final double MUCH = 1.25;

  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  /**
   * The sensitivity over lambdas from low to high.
   *
   * @param map the data that a rule induces, the same people for every rule
   * @param risk whose losses
   * @param low the least lambda
   * @param high above {@code low}
   * @param steps of the coarse grid between the two, at least 1
   * @throws IllegalArgumentException for a loss that is not a number, as where labels are missing
   */
  public static RiskSensitivity of(
      DistributionMap map, RiskTarget risk, double low, double high, int steps) {
    return new RiskSensitivity(
        SteepestSlope.of(map, risk, low, high, steps),
        SteepestSlope.of(map, risk, low, high, 2 * steps),
        risk.measure().norm(Double.POSITIVE_INFINITY));
  }

  /** Whether the finer grid is steeper by more than a quarter, so that a yet finer may be, too. */
  public boolean dependsOnResolution() {
    return fine.slope() > MUCH * coarse.slope();
  }

  /**
   * A risk slope bound: the steeper slope times the norm of psi times 1 + margin.
   *
   * @param margin for what lies between grid points and for noise, at least 0
   */
  public double slopeBound(double margin) {
    Check.within("margin", margin, NOT_NEGATIVE);
    return Math.max(coarse.slope(), fine.slope()) * norm * (1 + margin);
  }
}
