package org.sibyl.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Values;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Forecast;
import org.sibyl.prediction.Silence;

class RepeatedRiskMinimizationTest {
  private static final UniformRandomProvider RANDOM = Randomness.of(7).at(Draw.LEARNER, 1);
  private static final double UNSEEN = Double.NaN;

  @Test
  void beginsWithTheInitialForecast() {
    assertThat(forecast(start(0.2, 0.4, 0.6))).isEqualTo(Column.of(0.2, 0.4, 0.6));
    RandomBinary law = RandomBinary.uniform();
    Learner drawn =
        new RepeatedRiskMinimization(law)
            .start(Beginning.of(Network.of(30)), Randomness.of(3).at(Draw.LEARNER, 0));
    assertThat(forecast(drawn)).isEqualTo(law.draw(30, Randomness.of(3).at(Draw.LEARNER, 0)));
  }

  @Test
  void afterOneRoundItCopiesTheActions() {
    Learner next = learn(start(0.2, 0.4, 0.6), everyone(1, 0, 1));
    assertThat(forecast(next)).isEqualTo(Column.of(1, 0, 1));
    assertThat(next.progress()).isEqualTo(Progress.LEARNING);
  }

  @Test
  void afterAGameOfSeveralRoundsItForecastsTheMean() {
    Learner next =
        learn(start(0.2, 0.4, 0.6), everyone(1, 0, 1), everyone(1, 0, 0), everyone(0, 0, 0));
    assertThat(forecast(next)).isEqualTo(Column.of(2.0 / 3, 0, 1.0 / 3));
  }

  @Test
  void whoWasNotObservedKeepsItsForecast() {
    Learner next = learn(start(0.2, 0.4, 0.6), cohort(new int[] {1}, 1));
    assertThat(forecast(next)).isEqualTo(Column.of(0.2, 1, 0.6));
  }

  @Test
  void cohortsMayDiffer() {
    Learner next =
        learn(
            start(0.2, 0.4, 0.6, 0.8),
            cohort(new int[] {0, 2}, 1, 0),
            cohort(new int[] {2, 3}, 1, 0));
    assertThat(forecast(next)).isEqualTo(Column.of(1, 0.4, 0.5, 0));
  }

  @Test
  void anOutcomeThatIsNotSeenTeachesNothing() {
    Learner next = learn(start(0.2, 0.4, 0.6), everyone(1, UNSEEN, UNSEEN), everyone(0, UNSEEN, 1));
    assertThat(forecast(next)).isEqualTo(Column.of(0.5, 0.4, 1));
  }

  @Test
  void theMeanMinimizesTheBrierScoreAndTheLogLoss() {
    double mean = forecast(learn(start(0.5), everyone(1), everyone(0), everyone(1))).get(0);
    for (double other : new double[] {mean - 1e-3, mean + 1e-3}) {
      assertThat(brier(mean)).isLessThan(brier(other));
      assertThat(logLoss(mean)).isLessThan(logLoss(other));
    }
  }

  private static double brier(double p) {
    return 2 * (1 - p) * (1 - p) + p * p;
  }

  private static double logLoss(double p) {
    return -2 * StrictMath.log(p) - StrictMath.log(1 - p);
  }

  @Test
  void learnersThatWillDeployAlikeAreEqual() {
    Learner one = learn(start(0.2, 0.4), everyone(1, 0));
    Learner other = learn(start(0.9, 0.1), everyone(1, 0));
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one).isNotEqualTo(learn(start(0.2, 0.4), everyone(0, 0)));
  }

  @Test
  void aListOfTheWrongLengthIsRefused() {
    assertThatThrownBy(
            () ->
                new RepeatedRiskMinimization(new GivenForecast(Values.each(0.1, 0.2)))
                    .start(Beginning.of(Network.of(3)), RANDOM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("initial");
    assertThatThrownBy(() -> new GivenForecast(Values.each(0.1, 1.2)))
        .hasMessageContaining("initial[1]: 1.2");
  }

  @Test
  void aFixedForecastStays() {
    Learner fixed = new FixedForecast(Values.all(0.3)).start(Beginning.of(Network.of(2)), RANDOM);
    assertThat(forecast(fixed)).isEqualTo(Column.of(0.3, 0.3));
    assertThat(learn(fixed, everyone(1, 0))).isEqualTo(fixed);
    assertThat(fixed.progress()).isEqualTo(Progress.FINISHED);
    assertThatThrownBy(() -> new FixedForecast(Values.all(-0.1))).hasMessageContaining("forecast");
  }

  @Test
  void noPredictorTellsNothing() {
    Learner none = new NoPredictor().start(Beginning.of(Network.of(2)), RANDOM);
    assertThat(none.model()).isEqualTo(new Silence());
    assertThat(none.model().predict(Column.of(2, 2).asMatrix(), RANDOM).toArray())
        .containsExactly(Double.NaN, Double.NaN);
    assertThat(learn(none, everyone(1, 0))).isEqualTo(none);
  }

  private static Learner start(double... initial) {
    return new RepeatedRiskMinimization(new GivenForecast(Values.each(initial)))
        .start(Beginning.of(Network.of(initial.length)), RANDOM);
  }

  private static Learner learn(Learner learner, Cohort... rounds) {
    return learner.learn(new Episode(List.of(rounds)), RANDOM);
  }

  private static Column forecast(Learner learner) {
    return ((Forecast) learner.model()).probabilities();
  }

  private static Cohort everyone(double... outcomes) {
    return cohort(IntStream.range(0, outcomes.length).toArray(), outcomes);
  }

  private static Cohort cohort(int[] who, double... outcomes) {
    return new Cohort(
        1,
        who,
        Column.of(outcomes).asMatrix(),
        Column.constant(who.length, 0.5),
        Column.of(outcomes),
        Optional.empty(),
        Optional.empty());
  }
}
