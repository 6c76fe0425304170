package org.sibyl.learning.omniprediction.policy;

import java.util.Arrays;
import java.util.List;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.learning.optimization.SmoothFunction;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.LinearModels;
import org.sibyl.prediction.LogisticLoss;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;
import org.sibyl.prediction.decision.OutcomeModel;

/**
 * A logistic regression on untreated people: log-odds linear in the features. It says the same of
 * all decisions.
 *
 * @param decisions how many there are
 * @param weights one for each feature, then the intercept
 */
record UntreatedLogistic(int decisions, Column weights) implements OutcomeModel {
  /** A trace of a penalty, so that there is a minimiser where features tell outcomes apart. */
  private static final double RIDGE = 1e-6;

  static UntreatedLogistic of(int decisions, List<Cohort> history) {
    Cohort all = Histories.labelled(history);
    int weights = all.features().columns();
    Problem problem =
        new Task(new LinearModels(0), new LogisticLoss(), RIDGE, false, new Everywhere())
            .on(weights);
    double[] theta =
        new Minimiser(1e-9, 1000)
            .minimiser(SmoothFunction.of(problem, all), problem.domain(), new double[weights]);
    return new UntreatedLogistic(decisions, Column.of(theta));
  }

  @Override
  public void probabilities(double[] features, double[] into) {
    double logOdds = weights.get(features.length);
    for (int k = 0; k < features.length; k++) {
      logOdds += weights.get(k) * features[k];
    }
    Arrays.fill(into, LogOdds.probability(logOdds));
  }
}
