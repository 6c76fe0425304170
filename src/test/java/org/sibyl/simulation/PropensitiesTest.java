package org.sibyl.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.Students;
import org.sibyl.learning.Unchanging;
import org.sibyl.learning.omniprediction.EarlyWarning;
import org.sibyl.network.Isolated;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.decision.Decided;
import org.sibyl.population.source.School;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Randomized;
import org.sibyl.prediction.Scored;
import org.sibyl.prediction.Silence;
import org.sibyl.prediction.decision.TrialByValue;
import org.sibyl.prediction.decision.TrialPolicy;
import org.sibyl.simulation.screening.AcceptedOnly;

/** Propensities of a trial come with the deployment into every log. */
class PropensitiesTest {
  private static final List<Values> BY_BAND =
      Stream.iterate(0, band -> band + 1)
          .limit(5)
          .map(band -> Values.each(EarlyWarning.byBand(band)))
          .toList();
  private static final TrialPolicy TRIAL = new TrialPolicy(new TrialByValue(1, BY_BAND), 3);

  private static Students students(int size) {
    return new Students(
        size, School.usual(), new Isolated(), new Decided(EarlyWarning.truth()), 20260610);
  }

  static Stream<Survey> surveys() {
    return Stream.of(
        new WholePopulation(),
        new FreshSample(40),
        new FixedSample(40),
        new ReferenceComplement(40),
        new AcceptedOnly(new WholePopulation()));
  }

  @ParameterizedTest
  @MethodSource("surveys")
  void everySurveyTellsThem(Survey survey) {
    for (Round round :
        students(60).observed(survey).play((start, random) -> new Unchanging(TRIAL), 3)) {
      Cohort cohort = round.cohort();
      Column propensities = cohort.propensities().orElseThrow();
      assertThat(propensities.size()).isEqualTo(cohort.size());
      for (int k = 0; k < cohort.size(); k++) {
        double[] shares = EarlyWarning.byBand((int) cohort.features().get(k, 1));
        assertThat(propensities.get(k)).isEqualTo(shares[(int) cohort.predictions().get(k)]);
      }
    }
  }

  /**
   * Frequencies of decisions by band in 20 rounds of 5000 students. A band has at least n = 9 500
   * of the 100 000 (its share is .1 at least; fewer has probability below 1e-7 by Chernoff). By
   * Hoeffding each of the 15 frequencies is off by .035 with probability at most 2 exp(-2 n .035^2)
   * = 1.6e-10, so the false-alarm rate is below 1e-6.
   */
  @Test
  void decisionsAreAsFrequentAsTheLogSays() {
    double[][] counts = new double[5][3];
    for (Round round : students(5000).play((start, random) -> new Unchanging(TRIAL), 20)) {
      for (int i = 0; i < 5000; i++) {
        counts[(int) round.cohort().features().get(i, 1)][
            (int) round.cohort().predictions().get(i)]++;
      }
    }
    for (int band = 0; band < 5; band++) {
      double all = counts[band][0] + counts[band][1] + counts[band][2];
      for (int decision = 0; decision < 3; decision++) {
        assertThat(counts[band][decision] / all)
            .isCloseTo(EarlyWarning.byBand(band)[decision], within(0.035));
      }
    }
  }

  @Test
  void whoDrawsNothingHasNone() {
    Round round = students(20).play((start, random) -> new Unchanging(new Silence()), 1).get(0);
    assertThat(round.deployment().propensities()).isEmpty();
    assertThat(round.cohort().propensities()).isEmpty();
  }

  /** A model that says of individual 3 that what it was told had this probability. */
  private record Claiming(double propensity, Scored scored) implements Randomized {
    @Override
    public Column predict(Matrix features, UniformRandomProvider random) {
      return Column.constant(features.rows(), 1);
    }

    @Override
    public Column propensities(Matrix features, Column predictions) {
      return Column.generate(features.rows(), i -> i == 3 ? propensity : 0.5);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.5, 1.5, Double.NaN})
  void whatIsNoPropensityStopsTheRun(double propensity) {
    for (Scored scored : Scored.values()) {
      assertThatThrownBy(
              () ->
                  students(20)
                      .play((start, random) -> new Unchanging(new Claiming(propensity, scored)), 1))
          .isInstanceOf(RunFailure.class)
          .hasMessageContaining("propensity of individual 3 is " + propensity)
          .hasMessageContaining("round 1");
    }
  }
}
