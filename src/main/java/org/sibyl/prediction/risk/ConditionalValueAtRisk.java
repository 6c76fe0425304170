package org.sibyl.prediction.risk;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * The mean of the worst losses, of a share of 1 - level of all: psi(u) = 1 / (1 - level) from u =
 * level on. It is the least of c + E(loss - c)+ / (1 - level) over all c (Rockafellar and Uryasev
 * 2000, Optimization of conditional value-at-risk), and the mean at level 0.
 *
 * @param level beta: the share of losses that do not count, in [0, 1)
 */
@About(
    value = "the mean of the worst losses, a share of 1 - level of all",
    source = "Rockafellar and Uryasev 2000; Li et al. 2025, section 2")
public record ConditionalValueAtRisk(
    @Parameter(value = "beta: the share of losses that do not count", range = "[0, 1)")
        double level)
    implements RiskMeasure {
  private static final Range BELOW_ONE = Range.parse("[0, 1)");
  private static final double ROUNDING = 1e-9; // of a share times a number of people

  public ConditionalValueAtRisk {
    Check.within("level", level, BELOW_ONE);
  }

  @Override
  public double weight(int rank, int size) {
    return Math.max(0, (double) rank / size - Math.max(level, (rank - 1.0) / size)) / (1 - level);
  }

  @Override
  public double weightBelow(double u) {
    return Math.max(0, u - level) / (1 - level);
  }

  @Override
  public double norm(double q) {
    Check.within("q", q, RiskMeasure.ORDERS);
    return StrictMath.pow(1 - level, 1 / q - 1);
  }

  /**
   * Whether it is no measure of the tail of these losses: at most a share of 1 - level of them is
   * above 0, and then it is just their mean over 1 - level.
   *
   * @param losses in any order, at least one; losses are at least 0
   */
  public boolean isDegenerate(double... losses) {
    int positive = 0;
    for (double loss : losses) {
      positive += loss > 0 ? 1 : 0;
    }
    return positive <= losses.length * (1 - level) + ROUNDING;
  }
}
