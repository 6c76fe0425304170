package org.sibyl.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.Given;
import org.sibyl.behavior.BayesianTrust;
import org.sibyl.behavior.LastAction;
import org.sibyl.learning.FixedForecast;
import org.sibyl.learning.NoPredictor;
import org.sibyl.network.Network;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Values;
import org.sibyl.numeric.Workers;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Play;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.WholePopulation;
import org.sibyl.simulation.World;

/** Every metric by hand: a path of three, told .9, .2, .5, of whom 0 and 1 cooperate. */
class MetricsTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  static Stream<Arguments> byHand() {
    double ends = 0.2; // they see the middle, told .2, believed .8, who cooperated
    double odds = 0.9 / 0.8 * (0.5 / 0.2);
    return Stream.of(
        Arguments.of(new Cooperation(), 2.0 / 3),
        Arguments.of(new Mean(Averaged.LABEL), 2.0 / 3),
        Arguments.of(new Mean(Averaged.ACTION), 2.0 / 3),
        Arguments.of(new Mean(Averaged.PREDICTION), 1.6 / 3),
        Arguments.of(new MeanFeature(0), 2.0 / 3), // the last action
        Arguments.of(new MeanFeature(1), Double.NaN),
        Arguments.of(new GroupSuccess(), 2.0 / 3),
        Arguments.of(new BelowThreshold(), 1.0 / 3),
        Arguments.of(new Accuracy(), (0.9 + 0.2 + 0.5) / 3),
        Arguments.of(new BrierScore(), (0.01 + 0.64 + 0.25) / 3),
        Arguments.of(new LogLikelihood(), StrictMath.log(0.9 * 0.2 * 0.5) / 3),
        Arguments.of(new MeanTrust(), (ends + odds / (1 + odds) + ends) / 3),
        Arguments.of(new Welfare(), 0.8 + 0.8 + 0.6),
        Arguments.of(new ActionShift(), Double.NaN));
  }

  @ParameterizedTest
  @MethodSource
  void byHand(Metric metric, double expected) {
    Round round = play(first(0.9, 0.2, 0.5), 1, 1, 0);
    assertThat(metric.measure(round)).isCloseTo(expected, CLOSE);
  }

  /** The published accuracy is a mean likelihood: it is no match of forecast and action. */
  @Test
  void accuracyIsTheMeanLikelihood() {
    assertThat(new Accuracy().measure(play(first(0.6, 0.6, 0.6), 1, 1, 1))).isCloseTo(0.6, CLOSE);
    assertThat(new Accuracy().measure(play(first(1, 0, 0), 1, 1, 0))).isCloseTo(2.0 / 3, CLOSE);
  }

  /** Where 2 of 3 cooperate, the mean likelihood is greatest for the forecast 1, not for 2/3. */
  @Test
  void accuracyIsNotProperButTheScoresAre() {
    Round honest = play(first(2.0 / 3, 2.0 / 3, 2.0 / 3), 1, 1, 0);
    Round extreme = play(first(1, 1, 1), 1, 1, 0);
    assertThat(new Accuracy().measure(extreme)).isGreaterThan(new Accuracy().measure(honest));
    assertThat(new BrierScore().measure(extreme)).isGreaterThan(new BrierScore().measure(honest));
    assertThat(new LogLikelihood().measure(extreme))
        .isLessThan(new LogLikelihood().measure(honest));
  }

  @Test
  void actionShiftComparesWithTheRoundBefore() {
    Round one = play(first(0.9, 0.2, 0.5), 1, 1, 0);
    assertThat(new ActionShift().measure(play(one.after(), 0, 1, 0))).isCloseTo(1.0 / 3, CLOSE);
    assertThat(new ActionShift().measure(play(one.after(), 1, 1, 0))).isZero();
    assertThat(new ActionShift().measure(play(one.after(), 0, 0, 1))).isEqualTo(1);
  }

  @Test
  void withoutForecastNothingIsScored() {
    World silent = Play.world(Given.path(3), Given.people(3, 0.8, 0.5), new NoPredictor());
    Round round = play(silent, 1, 1, 0);
    for (Metric metric : List.of(new Accuracy(), new BrierScore(), new LogLikelihood())) {
      assertThat(metric.measure(round)).isNaN();
    }
    assertThat(new Cooperation().measure(round)).isCloseTo(2.0 / 3, CLOSE);
    assertThat(new MeanTrust().measure(round)).isCloseTo(0.5, CLOSE);
  }

  @Test
  void certainForecastsAreScoredAsNearlyCertain() {
    double value = new LogLikelihood().measure(play(first(1, 1, 0.5), 0, 1, 1));
    double floored = StrictMath.log(1e-9) + StrictMath.log1p(-1e-9) + StrictMath.log(0.5);
    assertThat(value).isCloseTo(floored / 3, CLOSE);
  }

  /** Rounding of the sum must not carry the mean beyond the bound. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void theWorstAndTheBestLikelihoodsLieWithinTheRange(double action) {
    LogLikelihood metric = new LogLikelihood();
    for (int size = 1; size <= 300; size++) {
      double[] actions = new double[size];
      Arrays.fill(actions, action);
      World world =
          Play.world(
              Network.of(size), Given.people(size, 0.8, 0.5), new FixedForecast(Values.all(1)));
      double value = metric.measure(play(world, actions));
      assertThat(metric.range().contains(value)).as("%d: %s", size, value).isTrue();
    }
  }

  private static World first(double... told) {
    return Play.world(
        Given.path(3), Given.people(3, 0.8, 0.5), new FixedForecast(Values.each(told)));
  }

  /** The round in which everybody does as told here. */
  static Round play(World world, double... actions) {
    Dynamics dynamics =
        new Dynamics(
            (individual, situation, own) -> own.act(actions[individual]),
            Given.game(0.4, 0.2, "2/3"),
            BayesianTrust.withFloor(),
            new LastAction(),
            new WholePopulation(),
            1,
            Randomness.of(20260511),
            Workers.serial());
    return dynamics.play(world);
  }
}
