package org.sibyl.learning.omniprediction.oblivious;

import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.numeric.Column;
import org.sibyl.prediction.decision.DecisionLoss;

/**
 * How far a model is from the truth where a rule takes each decision: e_h(y-hat), the mean of (q -
 * p*)(x, y-hat) over the people about whom h decides y-hat, times their share (Kim and Perdomo
 * 2023, definition 5.1). The model is multiaccurate for the rule when all are small.
 *
 * @param errors one for each decision, in [-1, 1] for the truth
 * @param shares of people about whom the rule decides so, one for each decision
 */
public record CellErrors(Column errors, Column shares) {

  /**
   * Of a rule.
   *
   * @param decided what it decides at each point
   * @param probabilities the model's, point after point, k each
   */
  public static CellErrors of(Evidence evidence, int[] decided, double[] probabilities) {
    int k = evidence.decisions();
    double[] errors = new double[k];
    double[] shares = new double[k];
    for (int i = 0; i < decided.length; i++) {
      shares[decided[i]] += evidence.mass(i);
      int entry = evidence.entry(i, decided[i]);
      if (entry >= 0) {
        double apart = probabilities[i * k + decided[i]] - evidence.target(entry);
        errors[decided[i]] += evidence.weight(entry) * apart;
      }
    }
    return new CellErrors(Column.of(errors), Column.of(shares));
  }

  /**
   * S_h: the sum of absolute errors. That is the greatest error of the rule by any input-oblivious
   * loss in [0, 1]: err is the sum of slope times cell error, and all slopes in [-1, 1] occur. The
   * paper's lemma 5.2 has twice the greatest cell error here, which is right only for two
   * decisions; in general it is k times that.
   */
  public double total() {
    double sum = 0;
    for (int decision = 0; decision < errors.size(); decision++) {
      sum += StrictMath.abs(errors.get(decision));
    }
    return sum;
  }

  /** The decision with the greatest absolute error; of equal ones the lowest. */
  public int worst() {
    int worst = 0;
    for (int decision = 1; decision < errors.size(); decision++) {
      if (StrictMath.abs(errors.get(decision)) > StrictMath.abs(errors.get(worst))) {
        worst = decision;
      }
    }
    return worst;
  }

  /** The greatest absolute error of a cell. */
  public double greatest() {
    return StrictMath.abs(errors.get(worst()));
  }

  /** The loss by which the rule's error is the greatest, {@link #total()}: slopes of +1 and -1. */
  public DecisionLoss attaining() {
    double[] slopes = new double[errors.size()];
    for (int decision = 0; decision < slopes.length; decision++) {
      slopes[decision] = StrictMath.signum(errors.get(decision));
    }
    return TableLosses.ofSlopes(slopes);
  }
}
