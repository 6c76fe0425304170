package org.sibyl.learning.omniprediction.interference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sibyl.Students;
import org.sibyl.learning.Unchanging;
import org.sibyl.learning.omniprediction.AuditSide;
import org.sibyl.learning.omniprediction.Selection;
import org.sibyl.learning.omniprediction.StepPolicy;
import org.sibyl.learning.omniprediction.policy.OmnipredictorFromTrial;
import org.sibyl.network.Cliques;
import org.sibyl.network.MeanExposure;
import org.sibyl.network.NetworkGenerator;
import org.sibyl.network.RandomRegular;
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
import org.sibyl.prediction.decision.PricedSteering;
import org.sibyl.prediction.decision.Trial;
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
   * conditional means by at most 2.2, so (Efron and Stein) their mean has variance of at most 1.21
   * / N. So .01 is at least 5.9 standard deviations: 4e-9 for each of two.
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
    List<Cohort> cohorts = trial(classes(), new ClusterTrial(2, List.of()), 120);
    assertThat(inverse(cohorts, 1)).isCloseTo(0.80, within(0.02));
    assertThat(inverse(cohorts, 0)).isCloseTo(0.30, within(0.02));
  }

  private static OmnipredictorFromTrial learning(
      Trial trial, int rounds, double tolerance, double price, boolean interference) {
    DecisionLoss loss = new PricedSteering(1, 1, List.of(0.0, price), OptionalInt.empty(), 1);
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
   * The price up to which all are treated: .2 by an individual trial, .5 by one of classes. Means
   * of the two trials are within .01 and .02 as above (with 20 and 60 rounds more loosely), and
   * prices are at least .1 from where decisions turn: several more standard deviations.
   */
  @ParameterizedTest
  @CsvSource({"0.1, 0.3, 0.3", "0.3, 0.7, 0.5", "0.4, 0.7, 0.6", "0.6, 0.7, 0.7"})
  void whatIsLearnedForOneIsNotBestForAll(double price, double pointwise, double social) {
    Round one = friends().play(learning(new UniformTrial(), 20, 0.02, price, true), 21).get(20);
    assertThat(risk(one, price)).isCloseTo(pointwise, within(1e-9));
    Round all =
        classes().play(learning(new ClusterTrial(2, List.of()), 20, 0.02, price, true), 21).get(20);
    assertThat(risk(all, price)).isCloseTo(social, within(1e-9));
    assertThat(String.join(" ", one.after().learner().notes()))
        .contains("not guaranteed")
        .contains("decisions about others matter");
  }
}
