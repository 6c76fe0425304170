package org.sibyl.learning.omniprediction.interference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.learning.omniprediction.TrialEstimates;
import org.sibyl.learning.omniprediction.TrialLog;
import org.sibyl.network.AnyExposure;
import org.sibyl.network.CountExposure;
import org.sibyl.network.ExposureMapping;
import org.sibyl.network.MeanExposure;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Values;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.decision.Always;
import org.sibyl.prediction.decision.ClusterTrial;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.Steering;
import org.sibyl.prediction.decision.Stump;
import org.sibyl.prediction.decision.Trial;
import org.sibyl.prediction.decision.TrialByValue;

/** Trials read through exposures, against all that a trial on a small network can draw. */
class ExposedTrialTest {
  /** Every assignment of two decisions to the people of a small network, and its probability. */
  private static void assignments(double[] treated, BiConsumer<double[], Double> each) {
    for (int code = 0; code < 1 << treated.length; code++) {
      double[] decided = new double[treated.length];
      double probability = 1;
      for (int i = 0; i < treated.length; i++) {
        decided[i] = code >> i & 1;
        probability *= decided[i] == 1 ? treated[i] : 1 - treated[i];
      }
      each.accept(decided, probability);
    }
  }

  private static final Network FIVE =
      Network.of(
          5,
          new int[] {0, 1},
          new int[] {1, 2},
          new int[] {2, 3},
          new int[] {0, 2},
          new int[] {2, 4});
  private static final double[] TREATED = {0.5, 0.25, 0.5, 0.25, 0.5};
  private static final Matrix KINDS = Matrix.of(5, 1, 0, 1, 0, 1, 0);
  private static final Trial BY_KIND =
      new TrialByValue(0, List.of(Values.each(0.5, 0.5), Values.each(0.75, 0.25)));

  private static Cohort cohort(double... decided) {
    return new Cohort(
        1,
        new int[] {0, 1, 2, 3, 4},
        KINDS,
        Column.of(decided),
        Column.constant(5, 1),
        Optional.empty(),
        Optional.empty());
  }

  static List<ExposureMapping> mappings() {
    return List.of(new MeanExposure(), new AnyExposure(), new CountExposure());
  }

  /**
   * Over all 32 assignments, 1 over the joint propensity has the mean 1 wherever that is possible.
   */
  @ParameterizedTest
  @MethodSource("mappings")
  void jointPropensitiesAreExact(ExposureMapping mapping) {
    double[] cuts = {0.5, 1};
    ExposedTrial trial = new ExposedTrial(FIVE, mapping, BY_KIND, 2, KINDS);
    double[][] means = new double[5][6];
    Matrix laws = trial.buckets(cohort(0, 0, 0, 0, 0), cuts).laws().orElseThrow();
    assignments(
        TREATED,
        (decided, probability) -> {
          TrialLog log = trial.buckets(cohort(decided), cuts);
          for (int i = 0; i < 5; i++) {
            double exposure = mapping.of(FIVE, i, Column.of(decided));
            int bucket = exposure >= 1 ? 2 : exposure >= 0.5 ? 1 : 0;
            assertThat(log.decided().get(i)).isEqualTo(3 * decided[i] + bucket);
            means[i][(int) log.decided().get(i)] += probability / log.propensities().get(i);
          }
        });
    for (int i = 0; i < 5; i++) {
      for (int decision = 0; decision < 6; decision++) {
        assertThat(means[i][decision]).isCloseTo(laws.get(i, decision) > 0 ? 1 : 0, within(1e-12));
      }
    }
  }

  /** Who has one neighbor is never half exposed: edge case E6. */
  @Test
  void bucketsThatNobodyCanBeInAreRefused() {
    TrialLog log =
        new ExposedTrial(FIVE, new MeanExposure(), BY_KIND, 2, KINDS)
            .buckets(cohort(0, 1, 0, 0, 0), 0.5, 1);
    TrialEstimates estimates = new TrialEstimates(log);
    assertThat(estimates.risk(new Steering(1), new Always(0)).value()).isFinite();
    assertThatThrownBy(() -> estimates.risk(new Steering(1), new Always(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("point 3");
  }

  /** Over all assignments, weighted terms of who follows the rule have the mean under the rule. */
  @ParameterizedTest
  @MethodSource("mappings")
  void densityRatiosMakeTheTrialTellOfARuleForAll(ExposureMapping mapping) {
    DecisionRule rule = new Stump(0, 1, 1, 0); // kind 0 is treated
    double[] followed = {1, 0, 1, 0, 1};
    ExposedTrial trial = new ExposedTrial(FIVE, mapping, BY_KIND, 2, KINDS);
    double[] means = new double[5];
    assignments(
        TREATED,
        (decided, probability) -> {
          Cohort cohort = cohort(decided);
          Column ratios = trial.densityRatios(cohort, rule);
          TrialLog contexts = trial.contexts(cohort, List.of(rule));
          for (int i = 0; i < 5; i++) {
            double exposure = mapping.of(FIVE, i, Column.of(decided));
            assertThat(contexts.features().get(i, 1)).isEqualTo(exposure);
            assertThat(contexts.features().get(i, 2)).isEqualTo(ratios.get(i));
            if (decided[i] == followed[i]) {
              means[i] +=
                  probability
                      * ratios.get(i)
                      / contexts.propensities().get(i)
                      * (1 + 3 * exposure + decided[i]);
            }
          }
        });
    for (int i = 0; i < 5; i++) {
      assertThat(means[i])
          .isCloseTo(1 + 3 * mapping.of(FIVE, i, Column.of(followed)) + followed[i], within(1e-12));
    }
    assertThat(new ExposureRatio(2, 8).of(new double[] {0, 1, 4})).isEqualTo(4);
  }

  @Test
  void exposuresThatATrialCannotShowAreRefused() {
    assertThatThrownBy(
            () ->
                new ExposedTrial(
                    FIVE, new MeanExposure(), new ClusterTrial(0, List.of()), 2, KINDS))
        .hasMessageContaining("by cluster");
    Trial never = new TrialByValue(0, List.of(Values.each(1, 0), Values.each(0.5, 0.5)));
    ExposedTrial trial = new ExposedTrial(FIVE, new MeanExposure(), never, 2, KINDS);
    assertThatThrownBy(() -> trial.densityRatios(cohort(0, 1, 0, 1, 0), new Always(1)))
        .hasMessageContaining("never exposes individual 0");
  }
}
