package org.sibyl.learning.omniprediction;

import org.sibyl.numeric.Check;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;

/** What is decided at many points. */
public final class Decided {
  private Decided() {}

  /** By a rule. */
  public static int[] by(DecisionRule rule, Matrix features) {
    double[] row = new double[features.columns()];
    int[] decided = new int[features.rows()];
    for (int i = 0; i < decided.length; i++) {
      features.copyRow(i, row);
      decided[i] = rule.decide(row);
    }
    return decided;
  }

  /**
   * By a rule, which must keep to the decisions that there are.
   *
   * @throws IllegalArgumentException when it does not
   */
  static int[] by(DecisionRule rule, Matrix features, int decisions) {
    int[] decided = by(rule, features);
    for (int i = 0; i < decided.length; i++) {
      within(rule, decided[i], i, decisions);
    }
    return decided;
  }

  /** What a rule decides about a point, if there is such a decision. */
  static int within(DecisionRule rule, int decided, int point, int decisions) {
    if (decided < 0 || decided >= decisions) {
      throw Check.invalid(
          "rule " + rule + " about point " + point,
          Integer.toString(decided),
          "must be one of the " + decisions + " decisions, counted from 0");
    }
    return decided;
  }

  /**
   * As is best by a loss.
   *
   * @param probabilities point after point, k each
   */
  public static int[] best(
      DecisionLoss loss, Matrix features, int decisions, double[] probabilities) {
    double[] row = new double[features.columns()];
    double[] law = new double[decisions];
    int[] decided = new int[features.rows()];
    for (int i = 0; i < decided.length; i++) {
      features.copyRow(i, row);
      System.arraycopy(probabilities, i * decisions, law, 0, decisions);
      decided[i] = loss.base().best(row, law);
    }
    return decided;
  }
}
