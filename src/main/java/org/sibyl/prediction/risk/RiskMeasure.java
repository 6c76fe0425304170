package org.sibyl.prediction.risk;

import java.util.Arrays;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;

/**
 * A number for how bad a distribution of losses is: the integral of psi(u) times the u-quantile,
 * where psi is at least 0 and integrates to 1 (Li et al. 2025, section 2; Acerbi 2002, Spectral
 * measures of risk).
 */
public interface RiskMeasure {
  /** The orders of norms. */
  Range ORDERS = Range.parse("[1, inf]");

  /** The measure of losses in ascending order, each of the same weight; at least one. */
  default double ofSorted(double[] ascending) {
    double sum = 0;
    for (int i = 0; i < ascending.length; i++) {
      double weight = weight(i + 1, ascending.length);
      sum += weight == 0 ? 0 : weight * ascending[i];
    }
    return sum;
  }

  /**
   * The weight of one of so many losses: psi integrated over the levels that it is the quantile of.
   *
   * @param rank 1 for the least loss, {@code size} for the greatest
   * @param size number of losses
   */
  default double weight(int rank, int size) {
    return weightBelow((double) rank / size) - weightBelow((rank - 1.0) / size);
  }

  /**
   * Psi integrated from 0 to u: the weight of the best u of all losses; 0 at 0 and 1 at 1.
   *
   * @param u in [0, 1]
   */
  double weightBelow(double u);

  /**
   * The q-norm of psi, by which the measure moves at most when losses move by one in Wasserstein
   * distance of the conjugate order; infinite where the measure has no such bound.
   *
   * @param q at least 1, or infinity
   */
  double norm(double q);

  /**
   * The measure of losses, in any order.
   *
   * @throws IllegalArgumentException for no losses, or one that is not a number
   */
  default double of(double... losses) {
    if (losses.length == 0) {
      throw Check.invalid("losses", "none", "must be at least one");
    }
    double[] ascending = losses.clone();
    Arrays.sort(ascending);
    if (Double.isNaN(ascending[ascending.length - 1])) {
      throw Check.invalid("losses", "NaN", "must be numbers");
    }
    return ofSorted(ascending);
  }
}
