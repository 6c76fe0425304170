package org.sibyl.prediction.risk;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * The quantile of the losses: the least one that a share of at least {@code level} of all does not
 * exceed. Psi is all at the level, so that no Wasserstein distance bounds it but that of order
 * infinity, and the guarantees of risk control, which need such a bound, do not cover it.
 *
 * @param level beta, in [0, 1); 0 for the least loss
 */
@About(value = "the quantile of the losses", source = "Li et al. 2025, section 2")
public record ValueAtRisk(
    @Parameter(value = "beta: the share of losses that do not exceed it", range = "[0, 1)")
        double level)
    implements RiskMeasure {
  private static final Range BELOW_ONE = Range.parse("[0, 1)");
  private static final double ROUNDING = 1e-9; // 100 * .07 is above 7, and must not ask for 8

  public ValueAtRisk {
    Check.within("level", level, BELOW_ONE);
  }

  @Override
  public double ofSorted(double[] ascending) {
    return ascending[rank(ascending.length) - 1];
  }

  private int rank(int size) {
    return (int) Math.max(1, Math.ceil(size * level - ROUNDING));
  }

  @Override
  public double weight(int rank, int size) {
    return rank == rank(size) ? 1 : 0;
  }

  @Override
  public double weightBelow(double u) {
    return u > 0 && u >= level ? 1 : 0;
  }

  @Override
  public double norm(double q) {
    Check.within("q", q, RiskMeasure.ORDERS);
    return q == 1 ? 1 : Double.POSITIVE_INFINITY;
  }
}
