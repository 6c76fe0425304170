package org.sibyl.population.table;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/**
 * The law of the people of one class: marginals joined by a Gaussian copula, and a few people whose
 * three counts of late payments are all the same code, 96 or 98, instead of counts. Those differ in
 * their other features, too: their normal scores have a mean and a spread of their own.
 */
final class CreditLaw {
  /** The three counts of late payments, which are coded together. */
  static final List<Integer> LATE = List.of(2, 6, 8);

  private final List<Marginal> marginals;
  private final double[][] root; // of the correlations: lower triangle
  private final Column shift;
  private final Column spread;

  /**
   * The law with these parts.
   *
   * @param marginals one for each feature, of those without code
   * @param correlations of the normal scores
   * @param shift mean of the normal scores of those with code
   * @param spread standard deviation of the normal scores of those with code
   * @throws IllegalArgumentException when the correlations are not those of any law
   */
  CreditLaw(List<Marginal> marginals, Matrix correlations, Column shift, Column spread) {
    Check.sameSize("correlations", correlations.rows(), "the marginals", marginals.size());
    Check.sameSize("shift", shift.size(), "the marginals", marginals.size());
    Check.sameSize("spread", spread.size(), "the marginals", marginals.size());
    this.marginals = List.copyOf(marginals);
    this.root = root(correlations);
    this.shift = shift;
    this.spread = spread;
  }

  /** One person without code. */
  double[] person(UniformRandomProvider random) {
    double[] scores = scores(random);
    for (int k = 0; k < scores.length; k++) {
      scores[k] = marginals.get(k).at(scores[k]);
    }
    return scores;
  }

  /** One person with this code in place of counts. */
  double[] coded(UniformRandomProvider random, double code) {
    double[] scores = scores(random);
    for (int k = 0; k < scores.length; k++) {
      scores[k] =
          LATE.contains(k) ? code : marginals.get(k).at(shift.get(k) + spread.get(k) * scores[k]);
    }
    return scores;
  }

  private double[] scores(UniformRandomProvider random) {
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] independent = new double[root.length];
    for (int k = 0; k < root.length; k++) {
      independent[k] = normal.sample();
    }
    double[] joined = new double[root.length];
    for (int row = 0; row < root.length; row++) {
      for (int k = 0; k <= row; k++) {
        joined[row] += root[row][k] * independent[k];
      }
    }
    return joined;
  }

  /** The lower triangular matrix whose product with its transpose this is (Cholesky). */
  private static double[][] root(Matrix matrix) {
    int size = matrix.rows();
    double[][] root = new double[size][size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column <= row; column++) {
        double left = matrix.get(row, column);
        for (int k = 0; k < column; k++) {
          left -= root[row][k] * root[column][k];
        }
        root[row][column] = column < row ? left / root[column][column] : positiveRoot(left);
      }
    }
    return root;
  }

  private static double positiveRoot(double square) {
    if (!(square > 0)) {
      throw Check.invalid("correlations", "a matrix", "must be positive definite");
    }
    return StrictMath.sqrt(square);
  }
}
