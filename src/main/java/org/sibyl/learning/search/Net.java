package org.sibyl.learning.search;

import org.sibyl.numeric.Check;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Problem;

/** A grid of parameters that spans a bounded domain, its bounds included. */
final class Net {
  private static final int MOST = 1_000_000;

  private Net() {}

  /**
   * The points, points x parameters, the last parameter fastest; those outside a domain that is not
   * a box are moved to its nearest point.
   *
   * @throws IllegalArgumentException when the domain is not bounded or the points are too many
   */
  static Matrix over(Problem problem, int perParameter) {
    int dimension = problem.dimension();
    double count = StrictMath.pow(perParameter, dimension);
    if (!(count <= MOST)) {
      throw Check.invalid(
          "points",
          perParameter + " for each of " + dimension + " parameters",
          "are more than " + MOST + " in all. Take fewer");
    }
    double[] all = new double[(int) count * dimension];
    for (int i = 0; i < (int) count; i++) {
      double[] theta = new double[dimension];
      int rest = i;
      for (int k = dimension - 1; k >= 0; k--) {
        theta[k] = at(problem.domain().range(k), rest % perParameter, perParameter);
        rest /= perParameter;
      }
      System.arraycopy(problem.domain().project(theta), 0, all, i * dimension, dimension);
    }
    return Matrix.of((int) count, dimension, all);
  }

  private static double at(Range range, int index, int points) {
    if (!(Double.isFinite(range.low()) && Double.isFinite(range.high()))) {
      throw Check.invalid("task.domain", range.toString(), "is not bounded. Take a box or a ball");
    }
    double share = points == 1 ? 0.5 : (double) index / (points - 1);
    return range.low() * (1 - share) + range.high() * share;
  }
}
