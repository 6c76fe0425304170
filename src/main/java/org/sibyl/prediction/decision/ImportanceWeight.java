package org.sibyl.prediction.decision;

import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/**
 * How much a person counts, omega(x), in [0, {@link #max()}]: people of another distribution in
 * terms of the one at hand, so its mean must be 1 (Kim and Perdomo 2023, section 3.3).
 */
public interface ImportanceWeight {
  /** How far the mean may be from 1. */
  double TOLERANCE = 1e-9;

  /** The weight of a person. */
  double of(double[] features);

  /** The greatest weight there is; finite. */
  double max();

  /**
   * Refuses features that people do not have.
   *
   * @param features how many people have
   * @throws IllegalArgumentException when it would need more
   */
  void check(int features);

  /**
   * The mean weight.
   *
   * @param features kinds of people x features
   * @param shares of the kinds, sum 1
   */
  default double mean(Matrix features, Column shares) {
    Check.sameSize("shares", shares.size(), "the kinds of people", features.rows());
    double[] row = new double[features.columns()];
    double sum = 0;
    for (int i = 0; i < features.rows(); i++) {
      features.copyRow(i, row);
      sum += shares.get(i) * of(row);
    }
    return sum;
  }

  /**
   * Refuses people among whom the mean weight is not 1.
   *
   * @param features kinds of people x features
   * @param shares of the kinds, sum 1
   * @throws IllegalArgumentException when the mean is further from 1 than the tolerance
   */
  default void checkMean(Matrix features, Column shares) {
    double mean = mean(features, shares);
    if (!(StrictMath.abs(mean - 1) <= TOLERANCE)) {
      throw Check.invalid(
          "weight",
          "the mean " + mean,
          "must be 1. Divide the weights by it, or write {type: scaled, factor: " + 1 / mean + "}");
    }
  }
}
