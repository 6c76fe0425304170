package org.sibyl.learning.omniprediction.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.Students;
import org.sibyl.learning.Progress;
import org.sibyl.learning.omniprediction.Audit;
import org.sibyl.learning.omniprediction.AuditSide;
import org.sibyl.learning.omniprediction.Auditor;
import org.sibyl.learning.omniprediction.EarlyWarning;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.learning.omniprediction.NoRules;
import org.sibyl.learning.omniprediction.ProductWorld;
import org.sibyl.learning.omniprediction.Selection;
import org.sibyl.learning.omniprediction.StepPolicy;
import org.sibyl.learning.omniprediction.TrialLog;
import org.sibyl.learning.omniprediction.auditor.Enumeration;
import org.sibyl.metrics.decision.IndistinguishabilityError;
import org.sibyl.metrics.decision.ModelledRisk;
import org.sibyl.metrics.decision.OmnipredictionGap;
import org.sibyl.metrics.decision.RealisedRisk;
import org.sibyl.network.Isolated;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.decision.Decided;
import org.sibyl.population.Sample;
import org.sibyl.population.source.School;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.decision.BestDecision;
import org.sibyl.prediction.decision.ByValue;
import org.sibyl.prediction.decision.ClusterTrial;
import org.sibyl.prediction.decision.ConstantLaw;
import org.sibyl.prediction.decision.DecisionPolicy;
import org.sibyl.prediction.decision.DecisionProblem;
import org.sibyl.prediction.decision.ImportanceWeight;
import org.sibyl.prediction.decision.Stumps;
import org.sibyl.prediction.decision.Trial;
import org.sibyl.prediction.decision.TrialByValue;
import org.sibyl.prediction.decision.TrialPolicy;
import org.sibyl.prediction.decision.UniformTrial;
import org.sibyl.prediction.decision.Weighted;
import org.sibyl.simulation.Round;

/** The early-warning system of the specification (section 15, X2), played by agents. */
class OmnipredictorFromTrialTest {
  private static final DecisionProblem PROBLEM =
      new DecisionProblem(3, EarlyWarning.losses(), EarlyWarning.ruleClass());
  private static final Trial BY_BAND =
      new TrialByValue(
          1,
          Stream.iterate(0, band -> band + 1)
              .limit(5)
              .map(band -> Values.each(EarlyWarning.byBand(band)))
              .toList());

  private static Students students(int size) {
    return new Students(
            size, School.usual(), new Isolated(), new Decided(EarlyWarning.truth()), 20260620)
        .renewed();
  }

  private static OmnipredictorFromTrial learning(
      Trial trial,
      int rounds,
      double tolerance,
      OmnipredictorFromTrial.Batches batches,
      List<Integer> deploy,
      int each,
      boolean interference) {
    return new OmnipredictorFromTrial(
        trial,
        rounds,
        tolerance,
        0.05,
        StepPolicy.LINE_SEARCH,
        AuditSide.TWO_SIDED,
        Selection.MAX,
        Optional.empty(),
        batches,
        deploy,
        each,
        interference,
        PROBLEM);
  }

  private static OmnipredictorFromTrial learning(Trial trial, int rounds) {
    return learning(trial, rounds, 0.02, OmnipredictorFromTrial.Batches.REUSE, List.of(), 1, false);
  }

  @Test
  void aTrialThenTheLossesInTurn() {
    List<Round> rounds =
        students(400)
            .play(
                learning(
                    new UniformTrial(),
                    2,
                    0.1,
                    OmnipredictorFromTrial.Batches.REUSE,
                    List.of(3, 0),
                    2,
                    false),
                8);
    assertThat(rounds.get(0).deployment().model())
        .isEqualTo(new TrialPolicy(new UniformTrial(), 3));
    assertThat(rounds.get(1).deployment().model()).isEqualTo(rounds.get(0).deployment().model());
    int[] losses = {3, 3, 0, 0, 0, 0}; // the last stays
    for (int k = 0; k < 6; k++) {
      DecisionPolicy policy = (DecisionPolicy) rounds.get(2 + k).deployment().model();
      BestDecision rule = (BestDecision) policy.rule();
      assertThat(rule.loss()).isEqualTo(PROBLEM.losses().get(losses[k]));
      assertThat(rule.model()).isEqualTo(policy.outcomes().orElseThrow());
      assertThat(policy.outcomes())
          .isEqualTo(((DecisionPolicy) rounds.get(2).deployment().model()).outcomes());
      assertThat(rounds.get(2 + k).before().learner().progress())
          .isEqualTo(k < 2 ? Progress.LEARNING : Progress.FINISHED);
    }
    assertThat(rounds.get(7).after().learner()).isEqualTo(rounds.get(7).before().learner());
    assertThat(rounds.get(0).after().learner().notes())
        .containsExactly("TRIAL: 1 of 2 rounds observed; nothing is learned yet");
    assertThat(String.join(" ", rounds.get(3).after().learner().notes()))
        .contains("HEURISTIC", "not guaranteed", "0.2 more", "loss 0");
  }

  static Stream<Trial> trials() {
    return Stream.of(new UniformTrial(), BY_BAND);
  }

  /**
   * Errors of 32 000 people: an estimated risk has a standard deviation of at most sqrt(n) sd = .6
   * (P3 of the specification; weights reach 6.7 in the trial by band, 1.2 is a generous bound) over
   * 179, .0067. The tolerated .015 in the log and six of those make .055. Realised risks of 4000
   * students have .008 at most; six of those with the same .055 make .10.
   */
  @ParameterizedTest
  @MethodSource("trials")
  void oneModelServesAllLosses(Trial trial) {
    List<Round> rounds = students(4000).play(learning(trial, 8), 13);
    for (int loss = 0; loss < 5; loss++) {
      Round round = rounds.get(8 + loss);
      for (int other = 0; other < 5; other++) { // whatever is deployed
        assertThat(new OmnipredictionGap(other, PROBLEM).measure(round)).isLessThan(0.04);
      }
      double modelled = new ModelledRisk(loss, PROBLEM).measure(round);
      assertThat(new RealisedRisk(loss, PROBLEM).measure(round)).isCloseTo(modelled, within(0.10));
      assertThat(
              new IndistinguishabilityError(IndistinguishabilityError.Audited.RULES, PROBLEM)
                  .measure(round))
          .isLessThan(0.055);
    }
  }

  /**
   * The greatest error of the constant 1/2 is that of the truth by the propensities that came with
   * the trial; by those of a uniform trial the sum over kinds has weights 3 e(decision | band)
   * instead of 1, and is .568, not .381. A residual of 1/2 has a standard deviation of at most .5
   * sqrt(1 / .15) = 1.3 here, a mean of 32 000 one of .0072: none of 270 is off by six of those.
   */
  @Test
  void propensitiesMatter() {
    List<Cohort> cohorts =
        students(4000).play(learning(BY_BAND, 9), 8).stream().map(Round::cohort).toList();
    TrialLog log = TrialLog.of(3, cohorts);
    assertThat(errorOfOneHalf(Evidence.of(log)))
        .isCloseTo(errorOfOneHalf(EarlyWarning.evidence()), within(0.045));
    TrialLog misread =
        new TrialLog(
            3, log.features(), log.decided(), log.outcomes(), Column.constant(log.size(), 1 / 3.0));
    assertThat(errorOfOneHalf(Evidence.of(misread))).isCloseTo(0.5682, within(0.045));
    assertThat(errorOfOneHalf(EarlyWarning.evidence())).isCloseTo(0.3805, within(5e-5));
  }

  private static double errorOfOneHalf(Evidence evidence) {
    return Audit.of(
            evidence,
            EarlyWarning.losses(),
            EarlyWarning.shrunk(0),
            new Enumeration(EarlyWarning.ruleClass()),
            AuditSide.TWO_SIDED)
        .poi();
  }

  /** A trial whose log says that decisions were drawn otherwise than it draws them. */
  @Test
  void propensitiesOfAnotherTrialAreRefused() {
    Round round = students(60).play(new FixedTrial(BY_BAND, PROBLEM), 1).get(0);
    OmnipredictorFromTrial uniform = learning(new UniformTrial(), 1);
    assertThatThrownBy(() -> Lesson.of(uniform, 0, List.of(round.cohort())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be the propensity of what was decided");
    assertThat(Lesson.of(learning(BY_BAND, 1), 0, List.of(round.cohort())).remarks()).isNotEmpty();
  }

  @Test
  void freshBatchesThatRunOutAreNoted() {
    Round last =
        students(400)
            .play(
                learning(
                    new UniformTrial(),
                    2,
                    0.05,
                    OmnipredictorFromTrial.Batches.FRESH,
                    List.of(0),
                    1,
                    false),
                3)
            .get(2);
    assertThat(String.join(" ", last.after().learner().notes())).contains("ran out");
  }

  /** Batches of six coins contradict each other until the bound of 33 updates is reached. */
  @Test
  void whatCannotBeFittedIsSaid() {
    for (boolean interference : new boolean[] {true, false}) {
      Round last =
          new Students(
                  6,
                  School.usual(),
                  new Isolated(),
                  new Decided(new ConstantLaw(List.of(0.5, 0.5, 0.5))),
                  20260621)
              .play(
                  learning(
                      new UniformTrial(),
                      40,
                      0.3,
                      OmnipredictorFromTrial.Batches.FRESH,
                      List.of(0),
                      1,
                      interference),
                  41)
              .get(40);
      assertThat(last.after().learner().notes().get(0))
          .startsWith(interference ? "NO_COMMON_NATURE: " : "BOUND_EXCEEDED: ");
      assertThat(last.after().learner().notes().get(1)).startsWith("not guaranteed");
    }
  }

  /**
   * x times decision, strength .3, tolerance .2, fresh rounds of 32 000: for T = 50 updates at
   * most, 2 losses and 4 + 1 rules, a log needs 2 (2 / .05)^2 ln(2 * 10 * 51 / .05) = 31 755
   * people. From 1/2, errors of .3 fall by .1 an update, and below .15 no rule is mended: four
   * updates.
   */
  @Test
  void enoughFreshPeopleCertify() {
    for (int size : new int[] {32_000, 30_000}) {
      String notes = notes(coins(size).renewed(), new UniformTrial(), Optional.empty());
      assertThat(notes).contains("4 updates");
      if (size == 32_000) {
        assertThat(notes).contains("CERTIFIED", "guaranteed with probability 0.95", "0.4 more");
      } else {
        assertThat(notes).contains("HEURISTIC", "not guaranteed, for there are too few people:");
      }
    }
  }

  /** The same number of people, but the same ones in every round, or drawn for in clusters. */
  @Test
  void peopleWhoAreNotIndependentDoNot() {
    String same = notes(coins(32_000), new UniformTrial(), Optional.empty());
    assertThat(same).contains("HEURISTIC", "not guaranteed, for people were drawn");
    String clusters =
        notes(coins(32_000).renewed(), new ClusterTrial(1, List.of()), Optional.empty());
    assertThat(clusters).contains("HEURISTIC", "not guaranteed, for people were drawn");
  }

  /** A loss of the low bands 0 and 1 only, .55 of the students, with weight 2: its mean is 1.1. */
  @Test
  void meansOfWeightsAreSaid() {
    Cohort cohort = students(4000).play(new FixedTrial(BY_BAND, PROBLEM), 1).get(0).cohort();
    ImportanceWeight low =
        new ByValue(1, List.of(0.0, 1.0, 2.0, 3.0, 4.0), List.of(2.0, 2.0, 0.0, 0.0, 0.0));
    DecisionProblem weighted =
        new DecisionProblem(
            3,
            List.of(EarlyWarning.losses().get(0), new Weighted(low, EarlyWarning.losses().get(0))),
            EarlyWarning.ruleClass());
    OmnipredictorFromTrial learning =
        new OmnipredictorFromTrial(
            BY_BAND,
            1,
            0.5,
            0.05,
            StepPolicy.CERTIFIED,
            AuditSide.TWO_SIDED,
            Selection.MAX,
            Optional.empty(),
            OmnipredictorFromTrial.Batches.REUSE,
            List.of(),
            1,
            false,
            weighted);
    double count = 0;
    for (int i = 0; i < 4000; i++) {
      count += cohort.features().get(i, 1) < 2 ? 1 : 0;
    }
    String mean = String.format(Locale.ROOT, "%.5f", 2 * count / 4000).substring(0, 5);
    assertThat(Lesson.of(learning, 0, List.of(cohort)).remarks())
        .filteredOn(remark -> remark.startsWith("the weight of loss"))
        .singleElement()
        .satisfies(
            remark -> assertThat(remark).startsWith("the weight of loss 1 has the mean " + mean));
  }

  /** Without rules to audit, nothing follows about how good decisions are. */
  @Test
  void withoutRulesNoGapIsPromised() {
    String notes =
        notes(coins(32_000).renewed(), new UniformTrial(), Optional.<Auditor>of(new NoRules()));
    assertThat(notes)
        .contains("CERTIFIED", "guaranteed", "the risk of its best decisions is right up to 0.2")
        .doesNotContain("best rule");
  }

  /** Independent coins, and the number of a class of ten. */
  private static Students coins(int size) {
    return new Students(
        size,
        (people, random) ->
            new Sample(
                List.of("coin", "class"),
                Matrix.of(
                    people,
                    2,
                    IntStream.range(0, 2 * people)
                        .mapToDouble(k -> k % 2 == 1 ? random.nextInt(people / 10) : coin(random))
                        .toArray()),
                Column.constant(people, 1)),
        new Isolated(),
        new Decided(ProductWorld.truth(0.3)),
        7);
  }

  private static double coin(UniformRandomProvider random) {
    return random.nextBoolean() ? 1 : -1;
  }

  private static String notes(Students students, Trial trial, Optional<Auditor> auditor) {
    DecisionProblem product =
        new DecisionProblem(2, ProductWorld.losses(), new Stumps(List.of(0), List.of(0.0)));
    OmnipredictorFromTrial learning =
        new OmnipredictorFromTrial(
            trial,
            6,
            0.2,
            0.05,
            StepPolicy.CERTIFIED,
            AuditSide.TWO_SIDED,
            Selection.MAX,
            auditor,
            OmnipredictorFromTrial.Batches.FRESH,
            List.of(),
            1,
            false,
            product);
    Round last = students.play(learning, 7).get(6);
    return String.join(" ", last.after().learner().notes());
  }

  @Test
  void lossesThatThereAreNotAreRefused() {
    for (int loss : new int[] {-1, 5}) {
      assertThatThrownBy(
              () ->
                  learning(
                      new UniformTrial(),
                      1,
                      0.1,
                      OmnipredictorFromTrial.Batches.REUSE,
                      List.of(0, loss),
                      1,
                      false))
          .hasMessageContaining("deploy[1]: " + loss);
    }
  }
}
