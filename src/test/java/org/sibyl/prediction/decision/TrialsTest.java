package org.sibyl.prediction.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Values;

class TrialsTest {
  private static UniformRandomProvider random() {
    return Randomness.of(20260611).at(Draw.DEPLOYMENT, 1);
  }

  /** So many people, five of each class. */
  private static Matrix classes(int people) {
    double[] numbers = new double[people];
    for (int i = 0; i < people; i++) {
      numbers[i] = i % (people / 5);
    }
    return Matrix.of(people, 1, numbers);
  }

  /**
   * All five of a class agree; of 4000 classes a share of 1/4 gets decision 1. By Hoeffding the
   * frequency is off by .05 with probability at most 2 exp(-2 4000 .05^2) = 4e-9.
   */
  @Test
  void aClusterIsDecidedAboutTogether() {
    TrialPolicy policy = new TrialPolicy(new ClusterTrial(0, List.of(0.75, 0.25)), 2);
    Matrix people = classes(20_000);
    Column decided = policy.predict(people, random());
    Column propensities = policy.propensities(people, decided);
    for (int i = 0; i < 20_000; i++) {
      assertThat(decided.get(i)).isEqualTo(decided.get(i % 4000));
      assertThat(propensities.get(i)).isEqualTo(decided.get(i) == 1 ? 0.25 : 0.75);
    }
    assertThat(decided.mean()).isCloseTo(0.25, within(0.05));
  }

  @Test
  void oneShareMakesAllDecisionsOfAClusterEquallyLikely() {
    TrialPolicy policy = new TrialPolicy(new ClusterTrial(0, List.of()), 4);
    Matrix people = classes(20);
    assertThat(policy.propensities(people, policy.predict(people, random())))
        .isEqualTo(Column.constant(20, 0.25));
  }

  @Test
  void whatHasNoShareIsNeverDecided() {
    TrialByValue trial =
        new TrialByValue(0, List.of(Values.each(0, 0.5, 0.5), Values.each(0.5, 0.5, 0)));
    Matrix people = Matrix.of(1000, 1, Column.generate(1000, i -> i % 2).toArray());
    Column decided = new TrialPolicy(trial, 3).predict(people, random());
    for (int i = 0; i < 1000; i++) {
      assertThat(decided.get(i)).isIn(i % 2 == 0 ? List.of(1.0, 2.0) : List.of(0.0, 1.0));
    }
  }

  @Test
  void valuesWithoutSharesAreRefused() {
    TrialByValue trial = new TrialByValue(0, List.of(Values.each(0.5, 0.5)));
    for (double value : new double[] {1, -1, 0.5, Double.NaN}) {
      assertThatThrownBy(() -> trial.probabilities(new double[] {value}, new double[2]))
          .hasMessageContaining("feature 0: " + value);
    }
  }

  @Test
  void sharesThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> new TrialByValue(0, List.of(Values.each(0.5, 0.4))))
        .hasMessageContaining("shares[0]")
        .hasMessageContaining("sum 1");
    TrialByValue two = new TrialByValue(0, List.of(Values.each(0.5, 0.5)));
    assertThatThrownBy(() -> two.check(3, 1)).hasMessageContaining("shares[0]");
    assertThatThrownBy(() -> two.check(2, 0)).hasMessageContaining("feature");
    assertThatThrownBy(() -> new ClusterTrial(0, List.of(0.5, 0.5)).check(3, 1))
        .hasMessageContaining("shares");
  }

  @Test
  void peopleWithoutProbabilitiesAreRefused() {
    TrialPolicy policy = new TrialPolicy(new TrialByValue(0, List.of(Values.each(0.5, 0.5))), 2);
    policy.check(Matrix.of(2, 1, 0, 0));
    assertThatThrownBy(() -> policy.check(Matrix.of(2, 1, 0, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("feature 0: 1.0 must be a whole number below 1");
  }
}
