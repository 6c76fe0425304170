package org.sibyl.learning.omniprediction.interference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.Students;
import org.sibyl.learning.Unchanging;
import org.sibyl.learning.omniprediction.AuditSide;
import org.sibyl.learning.omniprediction.Selection;
import org.sibyl.learning.omniprediction.StepPolicy;
import org.sibyl.learning.omniprediction.TrialLog;
import org.sibyl.learning.omniprediction.policy.OmnipredictorFromTrial;
import org.sibyl.network.AnyExposure;
import org.sibyl.network.Cliques;
import org.sibyl.network.CountExposure;
import org.sibyl.network.ExposureMapping;
import org.sibyl.network.MeanExposure;
import org.sibyl.network.Network;
import org.sibyl.network.NetworkGenerator;
import org.sibyl.network.RandomRegular;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.decision.DecisionFacts;
import org.sibyl.outcome.decision.Exposed;
import org.sibyl.population.source.School;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.decision.Always;
import org.sibyl.prediction.decision.ClusterTrial;
import org.sibyl.prediction.decision.Constants;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionPolicy;
import org.sibyl.prediction.decision.DecisionProblem;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.PricedSteering;
import org.sibyl.prediction.decision.Stump;
import org.sibyl.prediction.decision.Trial;
import org.sibyl.prediction.decision.TrialByValue;
import org.sibyl.prediction.decision.TrialPolicy;
import org.sibyl.prediction.decision.UniformTrial;
import org.sibyl.simulation.Round;

/** Experiment X9 of the specification: p = .3 + .2 decision + .3 (mean of neighbors' decisions). */
class InterferenceTest {
  private static final Exposed NATURE = new Exposed(2, 0.3, 0.2, 0.3, new MeanExposure());

  private static Students students(NetworkGenerator network, OptionalInt classSize) {
    return new Students(
        5000,
        new School(0.4, Values.each(0.3, 0.25, 0.2, 0.15, 0.1), classSize),
        network,
        NATURE,
        20260614);
  }

  private static Students friends() {
    return students(new RandomRegular(8), OptionalInt.empty());
  }

  private static Students classes() {
    return students(new Cliques(10), OptionalInt.of(10));
  }

  private static List<Cohort> trial(Students students, Trial trial, int rounds) {
    return students
        .play((start, random) -> new Unchanging(new TrialPolicy(trial, 2)), rounds)
        .stream()
        .map(Round::cohort)
        .toList();
  }

  /** The mean outcome under a decision about all, by inverse propensities. */
  private static double inverse(List<Cohort> cohorts, int decision) {
    double sum = 0;
    int people = 0;
    for (Cohort cohort : cohorts) {
      for (int i = 0; i < cohort.size(); i++) {
        people++;
        if (cohort.predictions().get(i) == decision) {
          sum += cohort.outcomes().get(i) / cohort.propensities().orElseThrow().get(i);
        }
      }
    }
    return sum / people;
  }

  /** The probability of outcome 1 when this is decided about all: no noise. */
  private static double truth(Students students, int decision) {
    Round round =
        students
            .play(
                (start, random) ->
                    new Unchanging(new DecisionPolicy(new Always(decision), Optional.empty())),
                1)
            .get(0);
    return round.outcomes().fact(DecisionFacts.PROBABILITY).mean();
  }

  /**
   * The limits of an individual trial, .65 and .45, from N = 600 000. Terms 2 1[decision] y: given
   * decisions, outcomes have variance of at most .5 / N together; one decision moves the sum of
   * conditional means by at most 2.2, so (Efron and Stein) their mean has variance of at most 1.21 /
   * N. So .01 is at least 5.9 standard deviations: 4e-9 for each of two.
   */
  @Test
  void anIndividualTrialMistakesWhatARuleForAllDoes() {
    assertThat(truth(friends(), 1)).isCloseTo(0.80, within(1e-12));
    assertThat(truth(friends(), 0)).isCloseTo(0.30, within(1e-12));
    List<Cohort> cohorts = trial(friends(), new UniformTrial(), 120);
    assertThat(inverse(cohorts, 1)).isCloseTo(0.65, within(0.01));
    assertThat(inverse(cohorts, 0)).isCloseTo(0.45, within(0.01));
  }

  /**
   * The limits of a trial by classes, .80 and .30, from 60 000 classes: a class contributes 2 y or
   * nothing, with variance of at most .64 + .16, so that .02 is 5.4 standard deviations: 7e-8 each.
   */
  @Test
  void aTrialByClassesDoesNot() {
    List<Cohort> cohorts = trial(classes(), new ClusterTrial(2, Values.all(1)), 120);
    assertThat(inverse(cohorts, 1)).isCloseTo(0.80, within(0.02));
    assertThat(inverse(cohorts, 0)).isCloseTo(0.30, within(0.02));
  }

  private static OmnipredictorFromTrial learning(
      Trial trial, int rounds, double tolerance, double price, boolean interference) {
    DecisionLoss loss =
        new PricedSteering(1, 1, List.of(0.0, price), OptionalInt.empty(), 1);
    return new OmnipredictorFromTrial(
        trial,
        rounds,
        tolerance,
        0.05,
        StepPolicy.LINE_SEARCH,
        AuditSide.TWO_SIDED,
        Selection.MAX,
        Optional.empty(),
        OmnipredictorFromTrial.Batches.REUSE,
        List.of(),
        1,
        interference,
        new DecisionProblem(2, List.of(loss), new Constants()));
  }

  /** 1 less the probability of outcome 1, plus the price of what was decided. */
  private static double risk(Round round, double price) {
    return 1
        - round.outcomes().fact(DecisionFacts.PROBABILITY).mean()
        + price * round.deployment().predictions().mean();
  }

  /**
   * The price up to which all are treated: .2 by an individual trial, .5 by one of classes. Means of
   * the two trials are within .01 and .02 as above (with 20 and 60 rounds more loosely), and prices
   * are at least .1 from where decisions turn: several more standard deviations.
   */
  @ParameterizedTest
  @CsvSource({"0.1, 0.3, 0.3", "0.3, 0.7, 0.5", "0.4, 0.7, 0.6", "0.6, 0.7, 0.7"})
  void whatIsLearnedForOneIsNotBestForAll(double price, double pointwise, double social) {
    Round one =
        friends().play(learning(new UniformTrial(), 20, 0.02, price, true), 21).get(20);
    assertThat(risk(one, price)).isCloseTo(pointwise, within(1e-9));
    Round all =
        classes()
            .play(learning(new ClusterTrial(2, Values.all(1)), 20, 0.02, price, true), 21)
            .get(20);
    assertThat(risk(all, price)).isCloseTo(social, within(1e-9));
    assertThat(String.join(" ", one.after().learner().notes()))
        .contains("not guaranteed")
        .contains("decisions about others matter");
  }

  /** Every assignment of two decisions to the people of a small network, and its probability. */
  private static void assignments(
      double[] treated, BiConsumer<double[], Double> each) {
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
          5, new int[] {0, 1}, new int[] {1, 2}, new int[] {2, 3}, new int[] {0, 2}, new int[] {2, 4});
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

  /** Over all 32 assignments, 1 over the joint propensity has the mean 1 wherever that is possible. */
  @ParameterizedTest
  @MethodSource("mappings")
  void jointPropensitiesAreExact(ExposureMapping mapping) {
    double[] cuts = {0.5, 1};
    ExposedTrial trial = new ExposedTrial(FIVE, mapping, BY_KIND, 2, KINDS);
    double[][] means = new double[5][6];
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
    for (double[] ofPerson : means) {
      for (double mean : ofPerson) {
        assertThat(mean == 0 || StrictMath.abs(mean - 1) < 1e-12).isTrue();
      }
    }
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
          .isCloseTo(
              1 + 3 * mapping.of(FIVE, i, Column.of(followed)) + followed[i], within(1e-12));
    }
    assertThat(new ExposureRatio(2, 8).of(new double[] {0, 1, 4})).isEqualTo(4);
  }

  @Test
  void exposuresThatATrialCannotShowAreRefused() {
    assertThatThrownBy(
            () ->
                new ExposedTrial(
                    FIVE, new MeanExposure(), new ClusterTrial(0, Values.all(1)), 2, KINDS))
        .hasMessageContaining("by cluster");
    Trial never = new TrialByValue(0, List.of(Values.each(1, 0), Values.each(0.5, 0.5)));
    ExposedTrial trial = new ExposedTrial(FIVE, new MeanExposure(), never, 2, KINDS);
    assertThatThrownBy(() -> trial.densityRatios(cohort(0, 1, 0, 1, 0), new Always(1)))
        .hasMessageContaining("never exposes individual 0");
  }
}
