package org.sibyl.prediction.decision;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Lottery;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Randomized;
import org.sibyl.prediction.Scored;

/**
 * A trial in force: what it draws for a person is what is decided about it. People, or clusters in
 * the order of their first member, are drawn for in turn.
 *
 * @param trial how decisions are drawn
 * @param decisions how many there are, at least 1
 */
public record TrialPolicy(Trial trial, int decisions) implements Randomized {
  public TrialPolicy {
    Check.atLeast("decisions", decisions, 1);
  }

  @Override
  public Column predict(Matrix features, UniformRandomProvider random) {
    double[] row = new double[features.columns()];
    double[] law = new double[decisions];
    OptionalInt cluster = trial.cluster();
    Map<Double, Integer> drawn = new LinkedHashMap<>();
    return Column.generate(
        features.rows(),
        i -> {
          features.copyRow(i, row);
          trial.probabilities(row, law);
          return cluster.isPresent()
              ? drawn.computeIfAbsent(
                  row[cluster.getAsInt()], key -> Lottery.place(random.nextDouble(), law))
              : Lottery.place(random.nextDouble(), law);
        });
  }

  /**
   * Refuses people for whom the trial has no probabilities.
   *
   * @throws IllegalArgumentException when there is one
   */
  public void check(Matrix people) {
    double[] row = new double[people.columns()];
    double[] law = new double[decisions];
    for (int i = 0; i < people.rows(); i++) {
      people.copyRow(i, row);
      trial.probabilities(row, law);
    }
  }

  @Override
  public Column propensities(Matrix features, Column predictions) {
    double[] row = new double[features.columns()];
    double[] law = new double[decisions];
    return Column.generate(
        features.rows(),
        i -> {
          features.copyRow(i, row);
          trial.probabilities(row, law);
          return law[(int) predictions.get(i)];
        });
  }

  @Override
  public Scored scored() {
    return Scored.BEFORE_RESPONSE;
  }
}
