package org.sibyl.prediction.risk;

import java.util.Arrays;
import org.sibyl.numeric.Check;

/**
 * A number for how bad a distribution of losses is: the integral of psi(u) times the u-quantile,
 * where psi is at least 0 and integrates to 1 (Li et al. 2025, section 2; Acerbi 2002, Spectral
 * measures of risk).
 */
public interface RiskMeasure {
  /** The measure of losses in ascending order, each of the same weight; at least one. */
  double ofSorted(double[] ascending);

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
