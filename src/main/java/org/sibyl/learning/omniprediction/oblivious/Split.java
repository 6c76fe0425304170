package org.sibyl.learning.omniprediction.oblivious;

import org.sibyl.prediction.decision.DecisionLoss;

/**
 * A line through one of the vectors of probabilities, and no other, that splits off those to its
 * left.
 *
 * @param pivot the vector, from 0
 * @param angle of the line, in radians; the left side is counter-clockwise of it
 */
record Split(int pivot, double angle) {

  /**
   * A loss by which one decision is the best on the left side and the other on the right. The line
   * is moved halfway to the next vector on its left, so that rounding decides nothing.
   *
   * @param left the decision on the left side, 0 or 1
   */
  DecisionLoss decider(Residuals residuals, int left) {
    double across = -StrictMath.sin(angle);
    double up = StrictMath.cos(angle);
    double offset =
        across * residuals.probability(pivot, 0)
            + up * residuals.probability(pivot, 1)
            + toNext(residuals, across, up) / 2;
    // left: across q0 + up q1 > offset
    return left == 0
        ? TableLosses.ofDecider(new double[] {offset, 0}, new double[] {-across, up})
        : TableLosses.ofDecider(new double[] {-offset, 0}, new double[] {across, -up});
  }

  private double toNext(Residuals residuals, double across, double up) {
    double nearest = 1;
    for (int i = 0; i < residuals.size(); i++) {
      double apart =
          across * (residuals.probability(i, 0) - residuals.probability(pivot, 0))
              + up * (residuals.probability(i, 1) - residuals.probability(pivot, 1));
      if (i != pivot && apart > 0) {
        nearest = StrictMath.min(nearest, apart);
      }
    }
    return nearest;
  }
}
