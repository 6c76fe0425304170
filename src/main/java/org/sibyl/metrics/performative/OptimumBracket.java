package org.sibyl.metrics.performative;

import java.util.Arrays;
import org.sibyl.metrics.DecoupledPerformativeRisk;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;

/**
 * A bracket of the least performative risk by dense search, for problems without a closed form. It
 * is certified for a risk that is Lipschitz in theta: between grid points it cannot fall deeper
 * than the constant times half a diagonal of the grid. (With a loss that is Lipschitz in the data
 * and in theta, L_z and L_theta, and data of sensitivity epsilon, L_theta + L_z epsilon is such a
 * constant; Jagadeesan et al. 2022.)
 *
 * @param theta the best parameters of the grid
 * @param low no parameters have a lower risk
 * @param high the risk of {@code theta}
 */
@SuppressWarnings("ArrayRecordComponent") // an answer, read at once
public record OptimumBracket(double[] theta, double low, double high) {
  private static final long MOST = 10_000_000;

  /**
   * Searches a grid over the whole range of the parameters.
   *
   * @param risk of models with bounded parameters; deterministic, or the bracket is one of its
   *     sample
   * @param points of the grid in each parameter, at least 2
   * @param lipschitz constant of the risk in theta, Euclidean norm, at least 0
   * @throws IllegalArgumentException when a parameter has no bounds, or the grid has more than 1e7
   *     points
   */
  public static OptimumBracket of(DecoupledPerformativeRisk risk, int points, double lipschitz) {
    Check.atLeast("points", points, 2);
    Check.within("lipschitz", lipschitz, Range.parse("[0, inf)"));
    int dimension = risk.hypotheses().dimension();
    if (!(StrictMath.pow(points, dimension) <= MOST)) {
      throw Check.invalid(
          "points", points + " in each of " + dimension + " parameters", "are too many to search");
    }
    double[] best = {};
    double least = Double.POSITIVE_INFINITY;
    int[] place = new int[dimension];
    do {
      double[] theta = at(risk, place, points);
      double value = risk.performative(theta);
      if (value < least) {
        least = value;
        best = theta;
      }
    } while (next(place, points));
    return new OptimumBracket(best, least - lipschitz * halfDiagonal(risk, points), least);
  }

  private static double[] at(DecoupledPerformativeRisk risk, int[] place, int points) {
    double[] theta = new double[place.length];
    Arrays.setAll(
        theta,
        k -> {
          Range range = bounded(risk.hypotheses().range(k));
          return range.low() + (range.high() - range.low()) * place[k] / (points - 1);
        });
    return theta;
  }

  /** Counts on; false after the last place. */
  private static boolean next(int[] place, int points) {
    for (int k = 0; k < place.length; k++) {
      place[k]++;
      if (place[k] < points) {
        return true;
      }
      place[k] = 0;
    }
    return false;
  }

  private static double halfDiagonal(DecoupledPerformativeRisk risk, int points) {
    double squares = 0;
    for (int k = 0; k < risk.hypotheses().dimension(); k++) {
      Range range = bounded(risk.hypotheses().range(k));
      double half = (range.high() - range.low()) / (points - 1) / 2;
      squares += half * half;
    }
    return StrictMath.sqrt(squares);
  }

  private static Range bounded(Range range) {
    if (Double.isInfinite(range.low()) || Double.isInfinite(range.high())) {
      throw Check.invalid("range", range.toString(), "must have two finite bounds");
    }
    return range;
  }
}
