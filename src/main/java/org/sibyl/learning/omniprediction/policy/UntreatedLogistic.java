package org.sibyl.learning.omniprediction.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.learning.optimization.SmoothFunction;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Matrix;
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
    Cohort all = together(history);
    int weights = all.features().columns();
    Problem problem =
        new Task(new LinearModels(0), new LogisticLoss(), RIDGE, false, new Everywhere())
            .on(weights);
    double[] theta =
        new Minimiser(1e-9, 1000)
            .minimiser(SmoothFunction.of(problem, all), problem.domain(), new double[weights]);
    return new UntreatedLogistic(decisions, Column.of(theta));
  }

  /** One cohort of all people, with a last feature that is 1. */
  private static Cohort together(List<Cohort> history) {
    int people = history.stream().mapToInt(Cohort::size).sum();
    int columns = history.get(0).features().columns();
    double[] entries = new double[people * (columns + 1)];
    double[] outcomes = new double[people];
    int row = 0;
    for (Cohort cohort : history) {
      for (int i = 0; i < cohort.size(); i++) {
        for (int k = 0; k < columns; k++) {
          entries[row * (columns + 1) + k] = cohort.features().get(i, k);
        }
        entries[row * (columns + 1) + columns] = 1;
        outcomes[row++] = cohort.outcomes().get(i);
      }
    }
    int[] numbers = new int[people];
    Arrays.setAll(numbers, i -> i);
    return new Cohort(
        history.get(0).round(),
        numbers,
        Matrix.of(people, columns + 1, entries),
        Column.constant(people, 0),
        Column.owning(outcomes),
        Optional.empty(),
        Optional.empty());
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
