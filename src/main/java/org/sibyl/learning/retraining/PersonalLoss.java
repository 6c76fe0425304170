package org.sibyl.learning.retraining;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Column;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;

/**
 * The regularised losses of single people of a cohort, one at a time.
 *
 * @param problem whose loss it is
 * @param cohort whose people
 */
record PersonalLoss(Problem problem, Cohort cohort) {
  /** Whether this person's label is seen. */
  boolean isSeen(int person) {
    return !Double.isNaN(cohort.outcomes().get(person));
  }

  /** The gradient of this person's loss, the penalty included. */
  double[] gradient(double[] theta, int person, UniformRandomProvider random) {
    Parametric model = problem.model(theta);
    var features = cohort.features().rows(person);
    double told = model.predict(features, random).get(0);
    double slope = problem.loss().slope(told, cohort.outcomes().get(person));
    double[] gradient = new double[theta.length];
    model.addGradient(features, Column.of(slope), gradient);
    for (int k = 0; k < problem.penalised(); k++) {
      gradient[k] += problem.regularization() * theta[k];
    }
    return gradient;
  }
}
