package org.sibyl.learning.riskcontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.learning.Progress;
import org.sibyl.learning.riskcontrol.width.Hoeffding;
import org.sibyl.learning.riskcontrol.width.Width;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.prediction.AcceptanceThreshold;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Conservative;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.risk.Acceptance;
import org.sibyl.prediction.risk.ControlledRule;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskMeasure;
import org.sibyl.prediction.risk.RiskTarget;

/** Steps, ends and refusals of risk control, by hand. */
class CalibrationTest {
  private static final double[] TENTHS = {.05, .15, .25, .35, .45, .55, .65, .75, .85, .95};

  @Test
  void aStepGoesToTheLeastLambdaWithinTheLevel() {
    // with c = 1 - lambda: people of score up to c are a tenth each, and J = that + .05 + c must
    // be at most .45; two are accepted from .15 on, so it is .25 + c, and c = .2 the crossing
    Calibration next = learn(from(mean(0.45, 0.4, 1, 0.05)), cohort(TENTHS, ones()));
    assertThat(next.lambda()).isCloseTo(0.8, within(1e-12));
    assertThat(next.status()).isEqualTo(ControlStatus.MOVING);
    assertThat(next.steps()).isEqualTo(1);
    assertThat(next.model()).isEqualTo(new AcceptanceThreshold(next.lambda()));
  }

  @Test
  void aStepOfTheRiskIsNotSteppedOn() {
    // without slope: .2 + .05 is within .3, .3 + .05 is not; the third is accepted from 1 - .25 on
    Calibration next = learn(from(mean(0.3, 0.2, 0, 0.05)), cohort(TENTHS, ones()));
    assertThat(next.lambda()).isGreaterThan(1 - 0.25).isCloseTo(0.75, within(1e-15));
    assertThat(next.status()).isEqualTo(ControlStatus.DONE);
  }

  /** Without risk a step is level - width, .25; it ends when the least step is no smaller. */
  @ParameterizedTest
  @CsvSource({".25, DONE", ".26, DONE", ".2499999999999, DONE", ".2499, MOVING"})
  void aStepOfTheLeastLengthIsTheLast(double leastStep, ControlStatus status) {
    Calibration start = from(mean(0.3, 0.2, 1, 0.05)).planned(new Plan(9, leastStep, 0.05));
    Calibration next = start.step(lambda -> 0, 10);
    assertThat(next.lambda()).isCloseTo(0.75, within(1e-11));
    assertThat(next.status()).isEqualTo(status);
  }

  @Test
  void noMoreStepsThanPlanned() {
    Calibration start = from(mean(0.3, 0.2, 1, 0.05)).planned(new Plan(1, 0.01, 0.05));
    Calibration next = start.step(lambda -> 0, 10);
    assertThatThrownBy(() -> next.step(lambda -> 0, 10)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void noLossesAtAllLeadToTheLeastLambdaAtOnce() {
    Calibration next = learn(from(mean(0.9, 0.8, 0.2, 0.1)), cohort(TENTHS, new double[10]));
    assertThat(next.lambda()).isZero();
    assertThat(next.status()).isEqualTo(ControlStatus.DONE);
    assertThat(next.progress()).isEqualTo(Progress.FINISHED);
  }

  @Test
  void whereTheLeastIsTheSafeLambdaThereIsNothingToLearn() {
    PerformativeRiskControl control = mean(0.3, 0.2, 1, 0.05);
    PerformativeRiskControl narrow =
        new PerformativeRiskControl(
            control.tightness(),
            0.1,
            1,
            control.width(),
            0.4,
            0.4,
            SampleMode.FRESH,
            OptionalInt.empty(),
            1,
            0,
            1,
            control.risk());
    assertThat(from(narrow).status()).isEqualTo(ControlStatus.DONE);
    assertThat(from(narrow).lambda()).isEqualTo(0.4);
  }

  @Test
  void anUnsafeStartIsSaidSo() {
    double[] none = new double[10]; // scores of 0 are accepted by lambda 1
    Calibration next = learn(from(mean(0.3, 0.25, 1, 0.05)), cohort(none, ones()));
    assertThat(next.status()).isEqualTo(ControlStatus.NO_SAFE_PROGRESS);
    assertThat(next.lambda()).isEqualTo(1);
    assertThat(next.notes().get(1)).contains("exceeds level less width, 0.25");
  }

  @Test
  void aLaterRuleThatIsOverTheLevelStays() {
    Calibration first = learn(from(mean(0.45, 0.4, 1, 0.05)), cohort(TENTHS, ones()));
    Calibration next = learn(first, cohort(new double[10], ones()));
    assertThat(next.status()).isEqualTo(ControlStatus.DONE);
    assertThat(next.lambda()).isEqualTo(first.lambda());
  }

  @Test
  void whatIsInfeasibleSaysWhatWouldBeFeasible() {
    Width width = new Controls.Central();
    Calibration next = learn(from(Controls.sharp(0.3, 0.077, 1, width, 1)), people(2000, 1));
    assertThat(next.status()).isEqualTo(ControlStatus.INFEASIBLE);
    assertThat(next.lambda()).isEqualTo(1);
    assertThat(next.notes())
        .containsExactly(
            "INFEASIBLE: lambda 1 after 0 steps",
            "the smallest feasible tightness is 0.0772, with 414 rounds. Maybe observe more"
                + " people");
    assertThat(learn(from(Controls.sharp(0.3, 0.2, 1, new Hoeffding(), 1)), people(5, 1)).notes())
        .last()
        .isEqualTo("no tightness can be reached: one round's width alone exceeds the level");
  }

  @Test
  void oneIndividualIsTooFew() {
    assertThatThrownBy(() -> learn(from(mean(0.3, 0.2, 1, 0.05)), cohort(new double[] {.5}, 1)))
        .hasMessage("cohort: 1 must be at least 2.");
  }

  @Test
  void theWidthIsForTheSampleSizeThatIsGiven() {
    PerformativeRiskControl complement =
        Controls.of(
            mean(0.3, 0.2, 1, 0).risk(),
            0.2,
            1,
            new Hoeffding(),
            1,
            SampleMode.REFERENCE_COMPLEMENT,
            OptionalInt.of(2000),
            1,
            0,
            1);
    Plan plan = learn(from(complement), people(5000, 1)).plan().get();
    double expected = Math.sqrt(Math.log(2 * plan.rounds() / 0.1) / 4000);
    assertThat(plan.width()).isCloseTo(expected, within(1e-15));
  }

  @Test
  void learningWaitsForPeopleToSettle() {
    PerformativeRiskControl control = mean(0.45, 0.4, 1, 0.05);
    PerformativeRiskControl slow =
        Controls.of(
            control.risk(),
            0.4,
            1,
            control.width(),
            1,
            SampleMode.FRESH,
            OptionalInt.empty(),
            3,
            0,
            1);
    Cohort settled = cohort(TENTHS, ones());
    Calibration first = learn(from(slow), cohort(new double[10], ones()));
    assertThat(first.lambda()).isEqualTo(1);
    Calibration second = learn(first, cohort(new double[10], ones()));
    assertThat(second.lambda()).isEqualTo(1);
    assertThat(second.steps()).isZero();
    Calibration third = learn(second, settled);
    assertThat(third.lambda()).isCloseTo(0.8, within(1e-12));
    assertThat(learn(third, settled).lambda()).as("waits again").isEqualTo(third.lambda());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void missingLabelsMustBeDeclared(boolean asNaN) {
    double[] labels = ones();
    BitSet seen = new BitSet();
    seen.set(0, 9);
    labels[9] = asNaN ? Double.NaN : 1;
    Cohort selective = cohort(TENTHS, labels, asNaN ? Optional.empty() : Optional.of(seen));
    Calibration next = learn(from(mean(0.45, 0.4, 1, 0.05)), selective);
    assertThat(next.status()).isEqualTo(ControlStatus.SELECTIVE_LABELS);
    assertThat(next.lambda()).isEqualTo(1);
    assertThat(next.notes().get(1)).contains("declare review-probability");
    assertThat(learn(from(reviewed(0.5, 1)), selective).status())
        .isNotEqualTo(ControlStatus.SELECTIVE_LABELS);
  }

  @Test
  void someoneAcceptedWhoseLabelIsMissingIsNoReview() {
    double[] labels = ones();
    labels[0] = Double.NaN;
    Cohort lost = cohort(TENTHS, 0.9, labels, Optional.empty()); // accepts the first
    assertThat(learn(from(reviewed(0.5, 1)), lost).status())
        .isEqualTo(ControlStatus.SELECTIVE_LABELS);
  }

  @Test
  void reviewedLossesCountByTheInverseOfTheirProbability() {
    // accepted: 1; reviewed: 1 and 1, by 1 / .25; not seen: the last
    Cohort cohort = cohort(new double[] {.05, .5, .6, .7}, 0.9, new double[] {1, 1, 1, Double.NaN});
    JudgedSample sample = JudgedSample.of(cohort, 0.25);
    RiskCurve curve = RiskCurve.of(reviewed(0.25, 1).risk(), sample);
    assertThat(curve.at(0)).isEqualTo((1 + 4 + 4) / 4.0);
    assertThat(curve.at(0.45)).isEqualTo((1 + 4) / 4.0);
    assertThat(RiskCurve.simple(reviewed(0.25, 1).risk(), sample).at(0)).isEqualTo(9 / 4.0);
  }

  /** All 2^4 reviews of four people, each of its probability: the mean is the risk of all. */
  @Test
  void weightedLossesAreUnbiased() {
    double[] scores = {.05, .3, .5, .6, .7};
    double expected = 0;
    for (int reviews = 0; reviews < 16; reviews++) {
      double[] labels = {1, 1, 0, 1, 1};
      for (int k = 0; k < 4; k++) {
        labels[k + 1] = (reviews >> k & 1) == 1 ? labels[k + 1] : Double.NaN;
      }
      int seen = Integer.bitCount(reviews);
      double probability = Math.pow(0.3, seen) * Math.pow(0.7, 4 - seen);
      JudgedSample sample = JudgedSample.of(cohort(scores, 0.9, labels), 0.3);
      expected += probability * RiskCurve.of(reviewed(0.3, 1).risk(), sample).at(0.35);
    }
    // up to a score of .65 are .05, .3 and .6 that cost 1
    assertThat(expected).isCloseTo(3 / 5.0, within(1e-12));
  }

  @Test
  void theWidthIsThatOfTheGreatestWeightedLoss() {
    PerformativeRiskControl control =
        Controls.of(
            new RiskTarget(new Acceptance(0, 3), new MeanRisk(), 2),
            1,
            1,
            new Hoeffding(),
            1,
            SampleMode.FRESH,
            OptionalInt.empty(),
            1,
            0,
            0.5);
    assertThat(control.widths(2000).of(0.1).getAsDouble())
        .isCloseTo(6 * Math.sqrt(Math.log(20) / 4000), within(1e-12));
  }

  @Test
  void weightsAreForTheMeanOnly() {
    assertThatThrownBy(
            () ->
                Controls.of(
                    new RiskTarget(new Acceptance(0, 1), new Controls.TailMean(0.9), 0.3),
                    0.2,
                    1,
                    new Controls.Given(0.1),
                    1,
                    SampleMode.FRESH,
                    OptionalInt.empty(),
                    1,
                    0,
                    0.5))
        .hasMessageContaining("must be 1 unless the measure is the mean");
  }

  @Test
  void theSamePeopleAreNotFresh() {
    Cohort cohort = people(100, 1);
    Calibration next = learn(from(mean(0.45, 0.4, 1, 0.05)), cohort);
    assertThatThrownBy(() -> learn(next, cohort))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("learning.samples: fresh, but round 1 has the same people")
        .hasMessageContaining("Maybe choose survey: {type: fresh-sample}");
    Calibration reused =
        learn(from(mode(SampleMode.REUSE_HEURISTIC, new Controls.Given(0.05))), cohort);
    assertThat(learn(reused, cohort).steps()).isEqualTo(2);
  }

  @Test
  void newPeopleMayBearOldNumbersAndFewPeopleMayRepeatByChance() {
    Calibration next = learn(from(mean(0.45, 0.4, 1, 0.05)), people(100, 1));
    assertThat(learn(next, people(100, 2)).steps()).isEqualTo(2);
    Calibration few = learn(from(mean(0.45, 0.4, 1, 0.05)), cohort(TENTHS, ones()));
    assertThat(learn(few, cohort(TENTHS, ones())).steps()).isEqualTo(2);
  }

  @Test
  void reuseNeedsAWidthForAllLambdas() {
    assertThatThrownBy(() -> mode(SampleMode.REUSE_UNIFORM, new Hoeffding()))
        .hasMessageContaining("must have a width for all lambda at once");
    PerformativeRiskControl uniform = mode(SampleMode.REUSE_UNIFORM, new Band());
    assertThatThrownBy(
            () ->
                Controls.of(
                    new RiskTarget(new Acceptance(0.1, 1), new MeanRisk(), 0.45),
                    0.4,
                    1,
                    new Band(),
                    1,
                    SampleMode.REUSE_UNIFORM,
                    OptionalInt.empty(),
                    1,
                    0,
                    1))
        .hasMessageContaining("smoothing: 0");
    double[] halves = ones();
    halves[3] = 0.5;
    assertThatThrownBy(() -> learn(from(uniform), cohort(TENTHS, halves)))
        .hasMessageContaining("label of individual 3: 0.5 must be 0 or 1.0");
    assertThat(learn(from(uniform), cohort(TENTHS, ones())).steps()).isEqualTo(1);
  }

  @Test
  void theComplementNeedsTheSizeOfItsSample() {
    assertThatThrownBy(() -> mode(SampleMode.REFERENCE_COMPLEMENT, new Hoeffding()))
        .hasMessageContaining("must have a sample-size");
  }

  @ParameterizedTest
  @CsvSource({"2, 2.0", "-1, -1.0"})
  void lossesBeyondTheGreatestAreRefused(double label, String shown) {
    double[] labels = ones();
    labels[4] = label;
    assertThatThrownBy(() -> learn(from(mean(0.45, 0.4, 1, 0.05)), cohort(TENTHS, labels)))
        .hasMessage(
            "loss of individual 4: "
                + shown
                + " at lambda 0.0 (score 0.45) must lie in [0, 1.0], as greatest-loss of the rule"
                + " says.");
  }

  @Test
  void aScoreThatIsNoNumberIsRefused() {
    double[] scores = TENTHS.clone();
    scores[2] = Double.NaN;
    assertThatThrownBy(() -> learn(from(mean(0.45, 0.4, 1, 0.05)), cohort(scores, ones())))
        .hasMessageContaining("loss of individual 2")
        .hasMessageContaining("score NaN");
  }

  /** Whose losses rise with lambda from .5 on. */
  private record Odd() implements ControlledRule {
    @Override
    public Conservative model(double conservativeness) {
      return new AcceptanceThreshold(conservativeness);
    }

    @Override
    public double loss(double score, double label, double conservativeness) {
      return label * Math.abs(conservativeness - 0.5);
    }

    @Override
    public double greatestLoss() {
      return 1;
    }
  }

  @Test
  void lossesThatRiseWithLambdaAreRefused() {
    PerformativeRiskControl odd =
        Controls.of(
            new RiskTarget(new Odd(), new MeanRisk(), 0.45), 0.4, 1, new Controls.Given(0.05), 1);
    assertThatThrownBy(() -> learn(from(odd), cohort(TENTHS, ones())))
        .hasMessageMatching(
            "loss of individual 0: 0.0 at lambda 0.5 must not grow with lambda, but is"
                + " 0.05[0-9]* at 0.55[0-9]*.");
  }

  @Test
  void aTightnessOfTheLevelPromisesNothing() {
    assertThat(mean(0.3, 0.3, 1, 0.05).warning().get())
        .contains("learning.tightness: 0.3 is no less than risk.level: 0.3");
    assertThat(mean(0.3, 0.29, 1, 0.05).warning()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, Double.NaN, -0.1})
  void theFailureIsAProbability(double failure) {
    PerformativeRiskControl control = mean(0.3, 0.2, 1, 0.05);
    assertThatThrownBy(
            () ->
                new PerformativeRiskControl(
                    0.2,
                    failure,
                    1,
                    control.width(),
                    1,
                    0,
                    SampleMode.FRESH,
                    OptionalInt.empty(),
                    1,
                    0,
                    1,
                    control.risk()))
        .hasMessageContaining("failure");
  }

  @Test
  void itSaysHowItStands() {
    Calibration done =
        learn(from(Controls.sharp(0.3, 0.2, 1, new Controls.Central(), 1)), people(2000, 1));
    assertThat(done.notes().get(0))
        .matches("MOVING: lambda 0\\.\\d+ after 1 of at most \\d+ steps");
    assertThat(done.notes().get(1))
        .isEqualTo(
            "with probability 0.9, as samples grow, the risk of every deployment stays within 0.3"
                + " and the last is at least 0.1, if risk moves by at most 1 per unit of lambda");
    assertThat(done.notes()).hasSize(2);
    Calibration again =
        learn(from(mode(SampleMode.REUSE_HEURISTIC, new Hoeffding())), people(2000, 1));
    assertThat(again.notes().get(1)).startsWith("not guaranteed, for the same people");
  }

  @Test
  void aTailThatIsAScaledMeanIsSaidSoOnce() {
    RiskMeasure measure = new Controls.TailMean(0.5);
    PerformativeRiskControl control =
        Controls.of(
            new RiskTarget(new Acceptance(0, 1), measure, 0.9),
            0.8,
            1,
            new Controls.Given(0.01),
            1);
    double[] few = new double[10];
    few[1] = 1;
    few[2] = 1;
    Calibration next = learn(from(control), cohort(TENTHS, few));
    next = learn(next, cohort(TENTHS, few));
    assertThat(next.notes().stream().filter(note -> note.startsWith("CVAR_DEGENERATE")))
        .containsExactly(
            "CVAR_DEGENERATE: so few people cost anything that the measure is 2 times the mean,"
                + " and sees no tail");
  }

  /** Wide as given, for all lambda at once. */
  private record Band() implements Width {
    @Override
    public java.util.OptionalDouble of(
        int sample, double failure, RiskMeasure measure, double level) {
      return java.util.OptionalDouble.of(0.05);
    }

    @Override
    public boolean isUniform() {
      return true;
    }
  }

  private static PerformativeRiskControl mean(
      double level, double tightness, double slope, double width) {
    return Controls.sharp(level, tightness, slope, new Controls.Given(width), 1);
  }

  private static PerformativeRiskControl mode(SampleMode mode, Width width) {
    RiskTarget risk = new RiskTarget(new Acceptance(0, 1), new MeanRisk(), 0.45);
    return Controls.of(risk, 0.4, 1, width, 1, mode, OptionalInt.empty(), 1, 0, 1);
  }

  private static PerformativeRiskControl reviewed(double probability, double greatest) {
    RiskTarget risk = new RiskTarget(new Acceptance(0, greatest), new MeanRisk(), 0.45);
    return Controls.of(
        risk,
        0.4,
        1,
        new Controls.Given(0.01),
        1,
        SampleMode.FRESH,
        OptionalInt.empty(),
        1,
        0,
        probability);
  }

  private static Calibration from(PerformativeRiskControl control) {
    return Calibration.from(control);
  }

  private static Calibration learn(Calibration calibration, Cohort cohort) {
    return (Calibration)
        calibration.learn(new Episode(List.of(cohort)), Randomness.of(1).at(Draw.LEARNER, 1));
  }

  private static double[] ones() {
    double[] ones = new double[10];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Uniform scores, and labels 1 for half of the people. */
  private static Cohort people(int size, int seed) {
    var random = Randomness.of(seed).at(Draw.FEATURES, 0);
    double[] scores = IntStream.range(0, size).mapToDouble(i -> random.nextDouble()).toArray();
    double[] labels = IntStream.range(0, size).mapToDouble(i -> random.nextInt(2)).toArray();
    return cohort(scores, labels);
  }

  private static Cohort cohort(double[] scores, double... labels) {
    return cohort(scores, 1.5, labels, Optional.empty());
  }

  private static Cohort cohort(double[] scores, double[] labels, Optional<BitSet> seen) {
    return cohort(scores, 1.5, labels, seen);
  }

  private static Cohort cohort(double[] scores, double deployed, double[] labels) {
    return cohort(scores, deployed, labels, Optional.empty());
  }

  private static Cohort cohort(
      double[] scores, double deployed, double[] labels, Optional<BitSet> seen) {
    int size = scores.length;
    Matrix features = Matrix.of(size, 1, scores);
    return new Cohort(
        1,
        IntStream.range(0, size).toArray(),
        features,
        new AcceptanceThreshold(deployed).predict(features, Randomness.of(1).at(Draw.LEARNER, 0)),
        Column.of(labels),
        Optional.empty(),
        seen);
  }
}
