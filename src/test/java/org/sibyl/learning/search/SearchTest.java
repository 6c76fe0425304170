package org.sibyl.learning.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.GivenParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Maps;
import org.sibyl.learning.Progress;
import org.sibyl.learning.Trial;
import org.sibyl.learning.descent.ConstantStep;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Values;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Ball;
import org.sibyl.prediction.Box;
import org.sibyl.prediction.ConstantModels;
import org.sibyl.prediction.Feedback;
import org.sibyl.prediction.IllegalReadException;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.prediction.Task;

/** The search for performative optima, where they are known: specification, sections 2 and 6. */
class SearchTest {
  private static final double[] MU = {1, -0.5};
  private static final double SENSITIVITY = 0.2;
  private static final double[] OPTIMUM = {1 / 0.6, -0.5 / 0.6};
  private static final Trial.World Q = Maps.features(SENSITIVITY, MU, 1, -1);
  private static final Task TASK = Maps.quadratic(1, 1);

  private static GivenParameters at(double... theta) {
    return new GivenParameters(Values.each(theta));
  }

  private static Trial q() {
    return Trial.in(Q).with(Maps.shift(SENSITIVITY));
  }

  private static DerivativeFree derivativeFree(
      DerivativeFree.Points points, double radius, double step, Task task, double... start) {
    return new DerivativeFree(at(start), points, radius, step, 0, task);
  }

  private static PerformativeDescent perfGd(double step, Task task, double... start) {
    return new PerformativeDescent(
        at(start), new ConstantStep(step), 4, Statistic.FEATURES, Values.all(1), 0.1, 1e6, task);
  }

  // ---- what they have in common

  static List<Algorithm> all() {
    return List.of(
        new ReparametrisedDescent(at(7, 3), new ConstantStep(0.3), TASK),
        perfGd(0.3, TASK, 7, 3),
        derivativeFree(DerivativeFree.Points.TWO, 0.1, 0.05, TASK, 7, 3),
        derivativeFree(DerivativeFree.Points.ONE, 1, 0.002, TASK, 7, 3),
        new TwoStage(at(7, 3), 1, 10, Statistic.FEATURES, Minimiser.exact(), TASK),
        new PlugIn(at(7, 3), 1, 10, 2, Statistic.FEATURES, Minimiser.exact(), TASK));
  }

  @ParameterizedTest
  @MethodSource("all")
  void itBeatsNotLearning(Algorithm algorithm) {
    double[] theta = Trial.theta(q().last(algorithm, 2, 600));
    assertThat(Maps.risk(TASK, Q, theta)).isLessThan(Maps.risk(TASK, Q, 7, 3) - 1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void itIsAValue(Algorithm algorithm) {
    assertThat(q().last(algorithm, 2, 8)).isEqualTo(q().last(algorithm, 2, 8));
    assertThat(q().last(algorithm, 2, 8)).isNotEqualTo(q().start(algorithm, 2));
    assertThat(algorithm.runsToHorizon()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aRoundWithoutLabelsTeachesNothing(Algorithm algorithm) {
    Trial silent = Trial.in(Maps.silent(2)).with(Maps.shift(SENSITIVITY));
    assertThat(silent.last(algorithm, 2, 3)).isEqualTo(silent.start(algorithm, 2));
  }

  /** A heuristic: it does in a box, whose corner it goes to, and where it then stays. */
  @Test
  void decoupledDescentBeatsNotLearningInABox() {
    Task boxed = Maps.task(new Maps.LinearLoss(-1), 1, Maps.box(-2, 2));
    DecoupledDescent algorithm = new DecoupledDescent(at(2, 2), new ConstantStep(0.3), 0.3, boxed);
    DecoupledDescent.Apart last = (DecoupledDescent.Apart) q().last(algorithm, 2, 300);
    assertThat(Trial.theta(last)).containsExactly(2, -2);
    assertThat(last.judged().toArray()).containsExactly(new double[] {1.4, -0.9}, within(1e-12));
    assertThat(Maps.risk(boxed, Q, 2, -2)).isLessThan(Maps.risk(boxed, Q, 2, 2) - 1);
    assertThat(q().after(last, 1)).isEqualTo(last);
    assertThat(algorithm.runsToHorizon()).isTrue();
  }

  // ---- reparametrised descent

  /** A9 on Q: the gradient is gamma theta - beta (mu + eps theta) - eps beta theta exactly. */
  @Test
  void theReparametrisedGradientOnQ() {
    double step = 0.3;
    List<double[]> thetas =
        q().thetas(new ReparametrisedDescent(at(7, 3), new ConstantStep(step), TASK), 2, 60);
    double[] theta = {7, 3};
    for (double[] deployed : thetas) {
      assertThat(deployed).containsExactly(theta, within(1e-12));
      for (int k = 0; k < 2; k++) {
        theta[k] -= step * (theta[k] - (MU[k] + 0.2 * theta[k]) - 0.2 * theta[k]);
      }
    }
    assertThat(thetas.get(60)).containsExactly(OPTIMUM, within(1e-4));
  }

  /** performativeGYM's data moves as phi + 5, loss theta x: optimum -2.5, and -1 on [-1, 1]. */
  @Test
  void theDomainIsKeptWherePublishedCodeLeavesIt() {
    Trial linear = Trial.in(Maps.features(1, new double[] {5})).with(Maps.shift(1));
    Task narrow = Maps.task(new Maps.LinearLoss(1), 0, Maps.box(-1, 1));
    for (Algorithm algorithm :
        List.of(
            new ReparametrisedDescent(at(0.85), new ConstantStep(0.1), narrow),
            new DecoupledDescent(at(0.85), new ConstantStep(0.1), 0.1, narrow))) {
      assertThat(linear.thetas(algorithm, 1, 30))
          .allSatisfy(theta -> assertThat(theta[0]).isBetween(-1.0, 1.0));
    }
    assertThat(
            Trial.theta(
                linear.last(
                    new ReparametrisedDescent(at(0.85), new ConstantStep(0.1), narrow), 1, 30)))
        .containsExactly(-1);
    Task wide = Maps.task(new Maps.LinearLoss(1), 0, Maps.box(-100, 100));
    assertThat(
            Trial.theta(
                linear.last(
                    new ReparametrisedDescent(at(0.85), new ConstantStep(0.1), wide), 1, 200))[0])
        .isCloseTo(-2.5, within(1e-12));
  }

  @Test
  void outcomesThatMoveCountToo() {
    Trial mean = Trial.in(Maps.outcomes(0.5, 10, 1, -1)).with(Maps.outcomeShift(0.5));
    List<double[]> thetas =
        mean.thetas(new ReparametrisedDescent(at(3), new ConstantStep(1), Maps.mean()), 1, 3);
    // PR' = -(1 - eps)(mu - (1 - eps) theta)
    double theta = 3;
    for (double[] deployed : thetas) {
      assertThat(deployed[0]).isCloseTo(theta, within(1e-12));
      theta += 0.5 * (10 - 0.5 * theta);
    }
  }

  // ---- decoupled descent

  /** The published run ends at -43.48: both copies free, the saddle drives them apart by 1.1. */
  @Test
  void decoupledCopiesPartOnTheSaddleUnlessTheyAreKept() {
    Task wide = Maps.task(new Maps.LinearLoss(1), 0, Maps.box(-1e6, 1e6));
    Trial linear = Trial.in(Maps.features(1, new double[] {5})).with(Maps.shift(1));
    DecoupledDescent free = new DecoupledDescent(at(0.85), new ConstantStep(0.1), 0.1, wide);
    double judged = 0.85;
    double deployed = 0.85;
    for (Learner learner : linear.learners(free, 1, 30)) {
      DecoupledDescent.Apart apart = (DecoupledDescent.Apart) learner;
      assertThat(apart.judged().get(0)).isCloseTo(judged, within(1e-10));
      assertThat(Trial.theta(apart)[0]).isCloseTo(deployed, within(1e-10));
      double next = judged - 0.1 * (deployed + 5);
      deployed -= 0.1 * judged;
      judged = next;
    }
    assertThat(((DecoupledDescent.Apart) linear.last(free, 1, 30)).judged().get(0))
        .isCloseTo(-43.48, within(0.01));
  }

  /** Together, the copies' first steps make the reparametrised one. */
  @Test
  void theFirstDecoupledStepsSumToTheReparametrisedOne() {
    DecoupledDescent.Apart apart =
        (DecoupledDescent.Apart)
            q().last(new DecoupledDescent(at(7, 3), new ConstantStep(0.3), 0.3, TASK), 2, 1);
    double[] whole =
        Trial.theta(
            q().last(new ReparametrisedDescent(at(7, 3), new ConstantStep(0.3), TASK), 2, 1));
    for (int k = 0; k < 2; k++) {
      double start = k == 0 ? 7 : 3;
      double sum = apart.judged().get(k) - start + Trial.theta(apart)[k] - start;
      assertThat(sum).isCloseTo(whole[k] - start, within(1e-12));
    }
  }

  // ---- PerfGD

  /** With linear data the differences give the derivative exactly once they span the space. */
  @Test
  void differencesFindTheDerivativeOfPrices() {
    double[] mu = {6.5, 6.2, 6.9};
    Trial prices = Trial.in(Maps.features(-1.5, mu, 1, -1));
    Task task = Maps.task(new Maps.LinearLoss(-1), 0, Maps.box(0, 5));
    PerformativeDescent algorithm =
        new PerformativeDescent(
            at(1, 1, 1),
            new ConstantStep(0.1),
            5,
            Statistic.FEATURES,
            Values.all(1),
            0.2,
            1e6,
            task);
    List<Learner> learners = prices.learners(algorithm, 3, 6);
    Matrix derivative = ((PerformativeDescent.Descending) learners.get(6)).derivative();
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < 3; k++) {
        assertThat(derivative.get(i, k)).isCloseTo(i == k ? -1.5 : 0, within(1e-9));
      }
    }
  }

  /** One price, deviation 1: goes to mu / (2 eps), where retraining would earn nothing. */
  @Test
  void perfGdFindsThePrice() {
    Trial price = Trial.in(Maps.features(-1.5, new double[] {6.5}, 1, -1));
    Task task = Maps.task(new Maps.LinearLoss(-1), 0, Maps.box(0, 5));
    PerformativeDescent algorithm = perfGd(0.1, task, 1);
    assertThat(Trial.theta(price.last(algorithm, 1, 300))[0]).isCloseTo(6.5 / 3, within(1e-9));
    assertThat(Maps.risk(task, Maps.features(-1.5, new double[] {6.5}, 1, -1), 6.5 / 1.5))
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void perfGdStaysWhereItIsOptimalThoughItsThetasStandStill() {
    double[] theta = Trial.theta(q1().last(perfGd(0.3, TASK, 5), 1, 500));
    assertThat(theta[0]).isCloseTo(1 / 0.6, within(1e-9));
    assertThat(Trial.theta(q1().last(perfGd(0.3, TASK, 5), 1, 1500))[0])
        .isCloseTo(1 / 0.6, within(1e-9));
  }

  private static Trial q1() {
    return Trial.in(Maps.features(SENSITIVITY, new double[] {1}, 1, -1));
  }

  /** Where the outcome moves: squared loss, mean mu + eps theta, and a stable point elsewhere. */
  @Test
  void perfGdOnOutcomes() {
    // 1/2 (theta - z)^2 + theta^2/2: PR' = (1 - eps)(theta - z) + theta
    Task task = Maps.task(new SquaredLoss(0.5), 1, Maps.box(-100, 100));
    PerformativeDescent algorithm =
        new PerformativeDescent(
            at(0), new ConstantStep(0.3), 2, Statistic.OUTCOME, Values.all(2), 0.1, 1e6, task);
    double theta = Trial.theta(Trial.in(Maps.outcomes(0.5, 10, 2, -2)).last(algorithm, 1, 300))[0];
    assertThat(theta).isCloseTo(0.5 * 10 / (0.25 + 1), within(1e-7));
  }

  /** y = (1 + theta/2) x with two signs of noise for each x: the score is exact. */
  @Test
  void perfGdOnCoefficientsFindsTheOptimumOfARegression() {
    Trial.World world =
        (theta, round) -> {
          double slope = 1 + theta[0] / 2;
          return Trial.cohort(
              Matrix.of(4, 1, 1, 1, 2, 2),
              Column.of(slope + 2, slope - 2, 2 * slope + 2, 2 * slope - 2));
        };
    Task task = Maps.task(new SquaredLoss(0.5), 1, Maps.box(-100, 100));
    PerformativeDescent algorithm =
        new PerformativeDescent(
            at(0), new ConstantStep(0.2), 2, Statistic.COEFFICIENTS, Values.all(2), 0.1, 1e6, task);
    double theta = Trial.theta(Trial.in(world).last(algorithm, 1, 300))[0];
    // mean of x^2 is 2.5: PR' = 2.5 (1 - 1/2) (theta/2 - 1) + theta
    assertThat(theta).isCloseTo(1.25 / 1.625, within(1e-7));
  }

  /**
   * Problem X with known components: two groups about theta - .5 and 1 - .3 theta, deviations 1 and
   * .5 with two signs, one theta for all. So the scores and differences are exact, and so is the
   * gradient, .25 + .7 theta, with which every step after the exploring ones goes.
   */
  @Test
  void perfGdOnTheMeansOfTwoGroupsKnowsTheGradientOfAMixture() {
    Trial.World world =
        (theta, round) -> {
          double first = theta[0] - 0.5;
          double second = 1 - 0.3 * theta[0];
          return Trial.cohort(
              Matrix.of(4, 2, 1, 0, 0, 1, 1, 0, 0, 1),
              Column.of(first + 1, second + 0.5, first - 1, second - 0.5));
        };
    Task task = mixture();
    PerformativeDescent algorithm =
        new PerformativeDescent(
            at(0.75),
            new ConstantStep(0.1),
            3,
            Statistic.COEFFICIENTS,
            Values.each(1, 0.5),
            0.1,
            1e6,
            task);
    List<double[]> thetas = Trial.in(world).thetas(algorithm, 2, 200);
    for (int t = 3; t < 200; t++) {
      double theta = thetas.get(t)[0];
      double gradient = (theta - thetas.get(t + 1)[0]) / 0.1;
      assertThat(gradient).isCloseTo(0.25 + 0.7 * theta, within(1e-7));
    }
    assertThat(thetas.get(200)[0]).isCloseTo(-0.25 / 0.7, within(1e-5));
    assertThat(Maps.risk(task, world, -0.25 / 0.7)).isCloseTo(-0.0446429, within(5e-8));
    assertThat(Maps.risk(task, world, -0.25 / 0.35)).isCloseTo(0, within(1e-12));
  }

  @Test
  void asManyDeviationsAsMeans() {
    PerformativeDescent three =
        new PerformativeDescent(
            at(0),
            new ConstantStep(0.1),
            3,
            Statistic.COEFFICIENTS,
            Values.each(1, 0.5, 2),
            0.1,
            1e6,
            mixture());
    Trial nowhere = Trial.in(Maps.silent(2));
    assertThatThrownBy(() -> nowhere.start(three, 2)).hasMessageContaining("deviation");
  }

  private static Task mixture() {
    return new Task(new ConstantModels(), new Maps.LinearLoss(1), 0, true, Maps.box(-1, 1));
  }

  /**
   * Problem N: z about sqrt(1 + theta), loss theta z: optimum -2/3, stable point -1 at the edge.
   */
  @Test
  void aMeanThatBends() {
    Trial.World world =
        (theta, round) -> {
          double mean = StrictMath.sqrt(1 + theta[0]);
          return Trial.cohort(Matrix.of(2, 1, mean + 1, mean - 1), Column.constant(2, 1));
        };
    Trial bending =
        Trial.in(world)
            .with(
                (deployed, cohort, featureSlopes, outcomeSlopes, into) ->
                    into[0] +=
                        featureSlopes.column(0).sum()
                            / (2 * StrictMath.sqrt(1 + deployed.theta()[0])));
    Task task = Maps.task(new Maps.LinearLoss(1), 0, Maps.box(-0.999, 1));
    Algorithm whole = new ReparametrisedDescent(at(0.75), new ConstantStep(0.1), task);
    assertThat(Trial.theta(bending.last(whole, 1, 300))[0]).isCloseTo(-2.0 / 3, within(1e-9));
    PerformativeDescent perfGd =
        new PerformativeDescent(
            at(0.75), new ConstantStep(0.1), 4, Statistic.FEATURES, Values.all(1), 0, 1e6, task);
    assertThat(Trial.theta(bending.last(perfGd, 1, 600))[0]).isCloseTo(-2.0 / 3, within(1e-4));
    DerivativeFree two = derivativeFree(DerivativeFree.Points.TWO, 0.01, 0.1, task, 0.75);
    double center = ((DerivativeFree.Probing) bending.last(two, 1, 600)).center().get(0);
    assertThat(center).isCloseTo(-2.0 / 3, within(1e-4));
    assertThat(Maps.risk(task, world, -2.0 / 3)).isCloseTo(-0.384900, within(5e-7));
  }

  @Test
  void theShiftPartIsClipped() {
    assertThat(Vectors.clipped(1, 3, 4)).containsExactly(new double[] {0.6, 0.8}, within(1e-15));
    assertThat(Vectors.clipped(6, 3, 4)).containsExactly(3, 4);
    PerformativeDescent clipped =
        new PerformativeDescent(
            at(5), new ConstantStep(0.3), 4, Statistic.FEATURES, Values.all(1), 0.1, 1e-12, TASK);
    // nothing is left of the second part: repeated gradient descent, to the stable point
    assertThat(Trial.theta(q1().last(clipped, 1, 300))[0]).isCloseTo(1 / 0.8, within(1e-9));
  }

  // ---- derivative-free

  /**
   * performativeGYM forgets d/delta: on the same input it finds .076 where the gradient is .750.
   */
  @Test
  void theFactorOfDimensionOverRadius() {
    // PR = theta^2/2 at .75, delta .1, both directions: (1/delta)(PR(.85) - PR(.65))/2 = .75
    Task task = Maps.task(new Maps.LinearLoss(0), 1, Maps.box(-10, 10));
    Trial still = Trial.in(Maps.features(0, new double[] {1}));
    double step = 0.01;
    List<double[]> thetas =
        still.thetas(derivativeFree(DerivativeFree.Points.TWO, 0.1, step, task, 0.75), 1, 2);
    double center = (thetas.get(0)[0] + thetas.get(1)[0]) / 2;
    assertThat(center).isCloseTo(0.75, within(1e-12));
    DerivativeFree.Probing after =
        (DerivativeFree.Probing)
            still.last(derivativeFree(DerivativeFree.Points.TWO, 0.1, step, task, 0.75), 1, 2);
    assertThat((0.75 - after.center().get(0)) / step).isCloseTo(0.75, within(1e-10));
    // one point: (1/delta) PR(theta + delta u) u, averaged over u = +-1
    double[] seen = new double[2];
    for (long seed = 1; seen[0] == 0 || seen[1] == 0; seed++) {
      Trial trial = still.seeded(seed);
      DerivativeFree one = derivativeFree(DerivativeFree.Points.ONE, 0.1, step, task, 0.75);
      double moved = ((DerivativeFree.Probing) trial.last(one, 1, 1)).center().get(0);
      double direction = ((DerivativeFree.Probing) trial.start(one, 1)).direction().get(0);
      seen[direction > 0 ? 0 : 1] = (0.75 - moved) / step;
    }
    assertThat((seen[0] + seen[1]) / 2).isCloseTo(0.75, within(1e-10));
    double withoutFactor = (seen[0] + seen[1]) / 2 * 0.1;
    assertThat(withoutFactor).isCloseTo(0.075, within(1e-10));
  }

  /** Over directions the mean is a theta; 20 000 of them, within 6 standard errors (p < 1e-8). */
  @Test
  void theEstimateIsUnbiasedOnQuadraticRisks() {
    double[] theta = {1, -2, 0.5};
    double radius = 0.5;
    int draws = 20_000;
    double[] sums = new double[3];
    double[] squares = new double[3];
    var random = Randomness.of(20260412).at(Draw.LEARNER, 1);
    for (int i = 0; i < draws; i++) {
      double[] u = Directions.onSphere(3, random);
      assertThat(Vectors.norm(u)).isCloseTo(1, within(1e-12));
      double norm = Vectors.norm(Vectors.plus(theta, radius, u));
      for (int k = 0; k < 3; k++) {
        double estimate = 3 / radius * norm * norm / 2 * u[k];
        sums[k] += estimate;
        squares[k] += estimate * estimate;
      }
    }
    for (int k = 0; k < 3; k++) {
      double mean = sums[k] / draws;
      double error = StrictMath.sqrt((squares[k] / draws - mean * mean) / draws);
      assertThat(mean).isCloseTo(theta[k], within(6 * error));
    }
  }

  @Test
  void directionsAreFreshAndDeploymentsStayInTheDomain() {
    Task boxed = Maps.task(new Maps.LinearLoss(-1), 1, Maps.box(-1, 1));
    Task round = Maps.task(new Maps.LinearLoss(-1), 1, new Ball(1));
    for (DerivativeFree.Points points : DerivativeFree.Points.values()) {
      for (Task task : List.of(boxed, round)) {
        List<Learner> learners =
            q().learners(derivativeFree(points, 0.25, 0.05, task, 7, 3), 2, 200);
        for (Learner learner : learners) {
          double[] theta = Trial.theta(learner);
          double[] inside = task.domain().project(theta);
          assertThat(Vectors.distance(theta, inside)).isLessThan(1e-12);
          DerivativeFree.Probing probing = (DerivativeFree.Probing) learner;
          assertThat(Vectors.distance(theta, probing.center().toArray()))
              .isCloseTo(0.25, within(1e-12));
        }
        assertThat(learners.stream().map(l -> ((DerivativeFree.Probing) l).direction()).distinct())
            .hasSize(points == DerivativeFree.Points.ONE ? 201 : 101);
      }
    }
  }

  @Test
  void innerDomains() {
    assertThat(Maps.box(0, 5).inner(1)).isEqualTo(Maps.box(1, 4));
    assertThat(new Box(Values.each(0, 1), Values.all(5)).inner(1))
        .isEqualTo(new Box(Values.each(1, 2), Values.each(4, 4)));
    assertThat(new Ball(3).inner(1)).isEqualTo(new Ball(2));
    assertThatThrownBy(() -> Maps.box(0, 1).inner(0.5)).hasMessageContaining("radius: 0.5");
    assertThatThrownBy(() -> new Ball(1).inner(1)).hasMessageContaining("radius: 1.0");
  }

  @Test
  void lossesOfWhatIsDeployedSuffice() {
    Learner learner =
        q().start(derivativeFree(DerivativeFree.Points.TWO, 0.1, 0.05, TASK, 7, 3), 2);
    assertThat(learner.feedback()).isEqualTo(Feedback.SAMPLES);
    Trial blind = Trial.in(Q);
    assertThatThrownBy(
            () ->
                blind.last(new ReparametrisedDescent(at(7, 3), new ConstantStep(0.3), TASK), 2, 1))
        .isInstanceOf(IllegalStateException.class)
        .isNotInstanceOf(IllegalReadException.class);
  }

  @Test
  void twoPointsComeCloseToTheOptimum() {
    double[] theta =
        ((DerivativeFree.Probing)
                q().last(derivativeFree(DerivativeFree.Points.TWO, 0.1, 0.3, TASK, 7, 3), 2, 400))
            .center()
            .toArray();
    assertThat(theta).containsExactly(OPTIMUM, within(1e-6));
  }

  // ---- two stages, plug-in

  @ParameterizedTest
  @CsvSource({"3", "10"})
  void twoStagesFindTheOptimumOfALocationFamily(int explorations) {
    TwoStage algorithm =
        new TwoStage(at(0, 0), 1, explorations, Statistic.FEATURES, Minimiser.exact(), TASK);
    Learner last = q().last(algorithm, 2, explorations);
    assertThat(last.progress()).isEqualTo(Progress.FINISHED);
    assertThat(Trial.theta(last)).containsExactly(OPTIMUM, within(1e-8));
    assertThat(q().last(algorithm, 2, explorations - 1).progress()).isEqualTo(Progress.LEARNING);
    assertThat(q().last(algorithm, 2, explorations + 5)).isEqualTo(last);
  }

  @Test
  void twoStagesOnOutcomes() {
    Task task = Maps.task(new SquaredLoss(0.5), 1, Maps.box(-100, 100));
    TwoStage algorithm = new TwoStage(at(0), 1, 5, Statistic.OUTCOME, Minimiser.exact(), task);
    double theta = Trial.theta(Trial.in(Maps.outcomes(0.5, 10, 2, -2)).last(algorithm, 1, 5))[0];
    assertThat(theta).isCloseTo(0.5 * 10 / (0.25 + 1), within(1e-8));
  }

  /**
   * Each mean has its own noise of deviation .5: 2000 explorations, three features. An entry of the
   * fit has standard error .5 / sqrt(2000) = .0112, so .067 is 6 of them (p < 1e-8 over 9 entries).
   */
  @Test
  void theRegressionIsAsPreciseAsStated() {
    var noise = Randomness.of(20260413);
    Trial.World world =
        (theta, round) -> {
          double[] z = Directions.normal(3, noise.at(Draw.NATURE, round));
          return Trial.cohort(
              Matrix.of(
                  1,
                  3,
                  1 + 0.2 * theta[0] + 0.5 * z[0],
                  0.2 * theta[1] + 0.5 * z[1],
                  0.2 * theta[2] + 0.5 * z[2]),
              Column.of(1));
        };
    TwoStage algorithm =
        new TwoStage(at(0, 0, 0), 1, 2000, Statistic.FEATURES, Minimiser.exact(), TASK);
    Exploration explored = (Exploration) Trial.in(world).last(algorithm, 3, 1999);
    Matrix fit = explored.fitted().coefficients();
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < 3; k++) {
        assertThat(fit.get(k + 1, i)).isCloseTo(i == k ? 0.2 : 0, within(0.067));
      }
    }
    assertThat(fit.get(0, 0)).isCloseTo(1, within(0.067));
  }

  /** A12: mean mu + a theta + b theta^2 fitted by a line, in closed form given the explorations. */
  @ParameterizedTest
  @CsvSource({"0.5", "1", "2"})
  void aWrongModelMissesByItsMisspecification(double deviation) {
    double mu = 1;
    double slope = 0.2;
    double bend = 0.05;
    Trial.World world =
        (theta, round) ->
            Maps.features(0, new double[] {mu + slope * theta[0] + bend * theta[0] * theta[0]})
                .induced(theta, round);
    int explorations = 4000;
    PlugIn line =
        new PlugIn(at(0), deviation, explorations, 1, Statistic.FEATURES, Minimiser.exact(), TASK);
    List<double[]> thetas = Trial.in(world).thetas(line, 1, explorations);
    // least squares by hand
    double mean = Column.generate(explorations, i -> thetas.get(i)[0]).mean();
    double square = Column.generate(explorations, i -> thetas.get(i)[0] * thetas.get(i)[0]).mean();
    double cube = Column.generate(explorations, i -> StrictMath.pow(thetas.get(i)[0], 3)).mean();
    double fitted = slope + bend * (cube - mean * square) / (square - mean * mean);
    double constant = mu + slope * mean + bend * square - fitted * mean;
    double found = thetas.get(explorations)[0];
    assertThat(found).isCloseTo(constant / (1 - 2 * fitted), within(1e-7));
    // and as the number of explorations grows, with standard error about 3 bend s^2 / sqrt(n) / .6
    double limit = (mu + bend * deviation * deviation) / (1 - 2 * slope);
    double error = (2 * 3.9 * bend * deviation * limit + 3 * bend * deviation * deviation) / 0.6;
    assertThat(found).isCloseTo(limit, within(6 * error / StrictMath.sqrt(explorations)));
  }

  /** The optimum solves (1 - 2 a) theta - 3 b theta^2 = mu. */
  @Test
  void theRightModelFindsTheOptimum() {
    double bend = 0.02;
    Trial.World world =
        (theta, round) ->
            Maps.features(0, new double[] {1 + 0.2 * theta[0] + bend * theta[0] * theta[0]})
                .induced(theta, round);
    Task task = Maps.task(new Maps.LinearLoss(-1), 1, Maps.box(-4, 4));
    PlugIn curve = new PlugIn(at(0), 1, 10, 2, Statistic.FEATURES, Minimiser.exact(), task);
    double root = (0.6 - StrictMath.sqrt(0.36 - 12 * bend)) / (6 * bend);
    assertThat(Trial.theta(Trial.in(world).last(curve, 1, 10))[0]).isCloseTo(root, within(1e-7));
  }

  /** On Q the Hessian of the risk under the true line is gamma - 2 eps beta. */
  @Test
  void derivativesOfThePlugInRisk() {
    MeanModel line = new MeanModel(Matrix.of(3, 2, 1, -0.5, 0.2, 0, 0, 0.2), 2);
    var residuals = Trial.cohort(Matrix.of(2, 2, 1, 1, -1, -1), Column.constant(2, 1));
    PlugInRisk risk = new PlugInRisk(TASK.on(2), Statistic.FEATURES, line, residuals);
    double[] theta = {0.3, -2};
    assertThat(risk.value(theta)).isCloseTo(Maps.risk(TASK, Q, theta), within(1e-12));
    assertThat(risk.gradient(theta))
        .containsExactly(
            new double[] {0.6 * (0.3 - OPTIMUM[0]), 0.6 * (-2 - OPTIMUM[1])}, within(1e-12));
    assertThat(risk.hessian(theta).orElseThrow().toArray())
        .containsExactly(new double[] {0.6, 0, 0, 0.6}, within(1e-9));
  }

  @Test
  void tooFewExplorationsAreRefused() {
    assertThatThrownBy(
            () ->
                q().start(
                        new TwoStage(at(0, 0), 1, 2, Statistic.FEATURES, Minimiser.exact(), TASK),
                        2))
        .hasMessageContaining("explorations: 2 must be at least 3");
    assertThatThrownBy(
            () -> new PlugIn(at(0), Double.NaN, 9, 1, Statistic.FEATURES, Minimiser.exact(), TASK))
        .hasMessageContaining("deviation");
  }

  // ---- its own fixed point

  @Test
  void descentsStayAtTheOptimum() {
    double[] optimum = {2, -1}; // mu / (1 - 2 eps) with eps = 1/4 and mu = (1, -1/2)
    Trial quarter = Trial.in(Maps.features(0.25, MU)).with(Maps.shift(0.25));
    Algorithm whole = new ReparametrisedDescent(at(optimum), new ConstantStep(0.5), TASK);
    assertThat(quarter.thetas(whole, 2, 20))
        .allSatisfy(theta -> assertThat(theta).containsExactly(optimum));
    DerivativeFree.Probing two =
        (DerivativeFree.Probing)
            quarter.last(
                derivativeFree(DerivativeFree.Points.TWO, 0.5, 0.1, TASK, optimum), 2, 200);
    assertThat(two.center().toArray()).containsExactly(optimum, within(1e-12));
  }
}
