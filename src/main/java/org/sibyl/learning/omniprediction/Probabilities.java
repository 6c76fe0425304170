package org.sibyl.learning.omniprediction;

import org.sibyl.numeric.Check;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.OutcomeModel;

/** What a model of outcomes says of many points. */
final class Probabilities {
  private Probabilities() {}

  /** Point after point, one for each decision. */
  static double[] of(OutcomeModel model, Matrix features) {
    int decisions = model.decisions();
    double[] all = new double[features.rows() * decisions];
    double[] row = new double[features.columns()];
    double[] law = new double[decisions];
    for (int i = 0; i < features.rows(); i++) {
      features.copyRow(i, row);
      model.probabilities(row, law);
      for (int decision = 0; decision < decisions; decision++) {
        all[i * decisions + decision] =
            Check.probability(
                "probability of decision " + decision + " at point " + i, law[decision]);
      }
    }
    return all;
  }
}
