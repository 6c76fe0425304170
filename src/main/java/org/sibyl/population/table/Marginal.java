package org.sibyl.population.table;

import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;

/**
 * The law of one feature as the map from a standard normal number to a value: its quantiles, read
 * at normal scores instead of probabilities, so that no normal integral is needed.
 *
 * @param shape how values lie between the knots
 * @param scores normal scores of the knots, ascending
 * @param values values at the knots, ascending
 */
record Marginal(Shape shape, Column scores, Column values) {

  /** How values lie between the knots. */
  enum Shape {
    /** Only the values of knots occur, each up to its own score. */
    STEPS,
    /** All values in between occur. */
    LINE,
    /** All whole numbers in between occur. */
    WHOLE_LINE
  }

  Marginal {
    Check.sameSize("scores", scores.size(), "the values", values.size());
    Check.atLeast("knots", scores.size(), 2);
  }

  /** The value at a normal score; beyond the knots, that of the last one. */
  double at(double score) {
    int above = firstNotBelow(score);
    if (above == scores.size()) {
      return values.get(above - 1);
    }
    if (above == 0 || shape == Shape.STEPS) {
      return values.get(above);
    }
    double between = between(above, score);
    return shape == Shape.LINE ? between : StrictMath.rint(between);
  }

  private double between(int above, double score) {
    double low = scores.get(above - 1);
    double share = (score - low) / (scores.get(above) - low);
    return values.get(above - 1) + share * (values.get(above) - values.get(above - 1));
  }

  private int firstNotBelow(double score) {
    int low = 0;
    int high = scores.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (scores.get(middle) < score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
