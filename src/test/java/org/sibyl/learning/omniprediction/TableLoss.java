package org.sibyl.learning.omniprediction;

import org.sibyl.prediction.decision.DecisionLoss;

/**
 * A loss by decision and outcome, for tests.
 *
 * @param none the loss of each decision when y = 0
 * @param one when y = 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record TableLoss(double[] none, double[] one) implements DecisionLoss {
  /** A loss as a formula. */
  public interface Formula {
    double of(int decision, int outcome);
  }

  public static TableLoss of(int decisions, Formula formula) {
    double[] none = new double[decisions];
    double[] one = new double[decisions];
    for (int a = 0; a < decisions; a++) {
      none[a] = formula.of(a, 0);
      one[a] = formula.of(a, 1);
    }
    return new TableLoss(none, one);
  }

  /** The same loss times a factor. */
  public TableLoss times(double factor) {
    return of(none.length, (a, y) -> factor * (y == 1 ? one[a] : none[a]));
  }

  @Override
  public double value(double[] features, int decision, int outcome) {
    return outcome == 1 ? one[decision] : none[decision];
  }

  @Override
  public double max() {
    double max = 0;
    for (int a = 0; a < none.length; a++) {
      max = Math.max(max, Math.max(none[a], one[a]));
    }
    return max;
  }

  @Override
  public boolean isInputOblivious() {
    return true;
  }

  @Override
  public void check(int decisions, int features) {
    // fits
  }
}
