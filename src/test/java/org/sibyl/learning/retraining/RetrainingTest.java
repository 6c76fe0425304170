package org.sibyl.learning.retraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.DivergenceException;
import org.sibyl.learning.GivenParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Maps;
import org.sibyl.learning.RepeatedRiskMinimization;
import org.sibyl.learning.Trial;
import org.sibyl.learning.descent.Adagrad;
import org.sibyl.learning.descent.Adam;
import org.sibyl.learning.descent.ConstantStep;
import org.sibyl.learning.descent.Momentum;
import org.sibyl.learning.descent.Optimizer;
import org.sibyl.learning.descent.Plain;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Values;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.prediction.Task;

/** Retraining where its iterates are known in closed form: specification, sections 2, 3 and 10. */
class RetrainingTest {
  private static final double[] MU = {1, -0.5};

  private static GivenParameters at(double... theta) {
    return new GivenParameters(Values.each(theta));
  }

  private static RepeatedRiskMinimization retraining(Task task, double... start) {
    return new RepeatedRiskMinimization(
        Optional.empty(), at(start), Minimiser.exact(), 0, Optional.of(task));
  }

  private static RepeatedGradientDescent descent(double step, Task task, double... start) {
    return descent(step, new Plain(), task, start);
  }

  private static RepeatedGradientDescent descent(
      double step, Optimizer optimizer, Task task, double... start) {
    return new RepeatedGradientDescent(at(start), new ConstantStep(step), optimizer, 0, task);
  }

  private static ProximalRetraining proximal(double strength, Task task, double... start) {
    return new ProximalRetraining(at(start), strength, Minimiser.exact(), 0, task);
  }

  private static AveragedRetraining averaged(
      int cohorts, Values weights, Task task, double... start) {
    return new AveragedRetraining(at(start), cohorts, weights, Minimiser.exact(), 0, task);
  }

  /** Each iterate's distance to a point over the one before's, while both are well above 0. */
  private static void assertRatio(List<double[]> thetas, double[] limit, double ratio) {
    for (int t = 1; t < thetas.size(); t++) {
      double before = thetas.get(t - 1)[0] - limit[0];
      double after = thetas.get(t)[0] - limit[0];
      if (StrictMath.abs(before) > 1e-4 * StrictMath.abs(thetas.get(0)[0] - limit[0])) {
        assertThat(after / before).as("round %d", t).isCloseTo(ratio, within(1e-10));
      }
    }
  }

  /** P1: on Q the contraction factor of retraining is eps beta / gamma exactly, also above 1. */
  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.5, 0.9, 1.1, -0.9})
  void retrainingContractsByExactlyTheRatioOfTheTheorem(double ratio) {
    double gamma = 2;
    double beta = 0.8;
    double sensitivity = ratio * gamma / beta;
    double stable = beta / (gamma - sensitivity * beta);
    List<double[]> thetas =
        Trial.in(Maps.features(sensitivity, MU, 0.3, -0.3))
            .thetas(retraining(Maps.quadratic(gamma, beta), 7, 3), 2, 20);
    assertRatio(thetas, new double[] {stable * MU[0], stable * MU[1]}, ratio);
  }

  @Test
  void retrainingDivergesWhereTheRatioIsAboveOne() {
    Trial trial = Trial.in(Maps.features(1.1, MU));
    assertThatThrownBy(() -> trial.last(retraining(Maps.quadratic(1, 1), 7, 3), 2, 300))
        .isInstanceOf(DivergenceException.class)
        .hasMessageContaining("beyond 1.0E8");
  }

  /**
   * A3: with n samples theta' = mu + eps theta + sigma xi / sqrt(n), whose stationary variance is
   * sigma^2 / (n (1 - eps^2)). Over 60 000 rounds its estimate has relative deviation sqrt(2 (1 +
   * eps^2) / (1 - eps^2) / 60 000) = .0075, so 5 % is 6.7 of them (p < 1e-10).
   */
  @Test
  void samplingErrorGivesTheStationaryLaw() {
    var noise = Randomness.of(20260416).at(Draw.NATURE, 1);
    var normal = ZigguratSampler.NormalizedGaussian.of(noise);
    Trial trial =
        Trial.in(
            (theta, round) ->
                Maps.outcomes(0.5, 10 + normal.sample() * 0.3 / StrictMath.sqrt(20))
                    .induced(theta, round));
    Learner learner = trial.start(retraining(Maps.mean(), 20), 1);
    int rounds = 60_000;
    double squares = 0;
    for (int t = 1; t <= rounds; t++) {
      learner = trial.after(learner, t);
      squares += StrictMath.pow(Trial.theta(learner)[0] - 20, 2);
    }
    double variance = 0.09 / (20 * 0.75);
    assertThat(squares / rounds).isCloseTo(variance, within(0.05 * variance));
  }

  /** Counter-example: linear loss on [-1, 1], where the minimiser jumps from end to end. */
  @Test
  void withoutStrongConvexityRetrainingCycles() {
    Task task = Maps.task(new Maps.LinearLoss(1), 1e-9, Maps.box(-1, 1));
    List<double[]> thetas =
        Trial.in(Maps.features(0.1, new double[] {0})).thetas(retraining(task, 0.5), 1, 6);
    assertThat(thetas.stream().skip(1).map(theta -> theta[0]))
        .containsExactly(-1.0, 1.0, -1.0, 1.0, -1.0, 1.0);
  }

  /** performativeGYM keeps the gradient of the old parameters and runs to the bound, 10. */
  @Test
  void theMinimiserIsExactWhereThePublishedLoopRunsToTheBound() {
    Task task = Maps.task(new SquaredLoss(0.5), 0, Maps.box(-10, 10));
    Trial trial = Trial.in(Maps.outcomes(0.5, 0.978, 1, -1));
    assertThat(trial.thetas(retraining(task, 0), 1, 1).get(1)[0]).isCloseTo(0.978, within(1e-10));
  }

  /** performativeGYM's regulariser has no gradient at the old parameters, so it does nothing. */
  @Test
  void theProximalTermCountsWhereThePublishedOneVanishes() {
    Task task = Maps.task(new SquaredLoss(0.5), 0, Maps.box(-10, 10));
    Trial trial = Trial.in(Maps.outcomes(0.5, 0.978, 1, -1));
    assertThat(trial.thetas(proximal(1, task, 0), 1, 1).get(1)[0])
        .isCloseTo(0.978 / 2, within(1e-10));
  }

  @ParameterizedTest
  @CsvSource({"0.2, 0.1", "0.9, 0.5", "1.1, 0.3", "-0.9, 1.2"})
  void gradientDescentOnQ(double sensitivity, double step) {
    double gamma = 1.5;
    double stable = 1 / (gamma - sensitivity);
    assertRatio(
        Trial.in(Maps.features(sensitivity, MU))
            .thetas(descent(step, Maps.quadratic(gamma, 1), 7, 3), 2, 25),
        new double[] {stable * MU[0], stable * MU[1]},
        1 - step * (gamma - sensitivity));
  }

  @ParameterizedTest
  @CsvSource({"0.2, 0.1", "0.9, 0.5", "-0.9, 0.7"})
  void gradientDescentOnM(double sensitivity, double step) {
    assertRatio(
        Trial.in(Maps.outcomes(sensitivity, 10, 1, -1))
            .thetas(descent(step, Maps.mean(), 3), 1, 25),
        new double[] {10 / (1 - sensitivity)},
        1 - step * (1 - sensitivity));
  }

  /** The theorem's factor is a bound, and far from tight. */
  @Test
  void gradientDescentIsNoSlowerThanItsTheorem() {
    double gamma = 0.5;
    double beta = 2;
    double step = 2 / (beta + gamma);
    for (double sensitivity : new double[] {0, 0.01, 0.03, 0.058}) {
      double bound =
          1
              - step
                  * (beta * gamma / (beta + gamma)
                      - sensitivity * (1.5 * step * beta * beta + beta));
      List<double[]> thetas =
          Trial.in(Maps.features(sensitivity, MU))
              .thetas(descent(step, Maps.quadratic(gamma, beta), 7, 3), 2, 1);
      double stable = beta / (gamma - sensitivity * beta);
      double[] limit = {stable * MU[0], stable * MU[1]};
      assertThat(Vectors.distance(thetas.get(1), limit) / Vectors.distance(thetas.get(0), limit))
          .isLessThanOrEqualTo(bound + 1e-12)
          .isPositive();
      assertThat(bound).isLessThan(1);
    }
  }

  @Test
  void gradientDescentProjects() {
    Task pricing = Maps.task(new Maps.LinearLoss(1), 0, Maps.box(-1, 1));
    List<double[]> thetas =
        Trial.in(Maps.features(1, new double[] {5})).thetas(descent(0.1, pricing, 0.85), 1, 30);
    assertThat(thetas).allSatisfy(theta -> assertThat(theta[0]).isBetween(-1.0, 1.0));
    assertThat(thetas.get(30)[0]).isEqualTo(-1);
    Task free = Maps.task(new Maps.LinearLoss(1), 0, Maps.box(-100, 100));
    // in a set that holds both, the stable point is -5, the optimum -2.5
    assertThat(
            Trial.in(Maps.features(1, new double[] {5}))
                .thetas(descent(0.1, free, 0.85), 1, 400)
                .get(400)[0])
        .isCloseTo(-5, within(1e-10));
  }

  @Test
  void gradientDescentDiverges() {
    Trial trial = Trial.in(Maps.features(2, MU));
    assertThatThrownBy(() -> trial.last(descent(1, Maps.quadratic(1, 1), 7, 3), 2, 300))
        .isInstanceOf(DivergenceException.class);
    assertThatThrownBy(
            () ->
                Trial.in(Maps.features(Double.NaN, MU))
                    .last(descent(1, Maps.quadratic(1, 1), 7, 3), 2, 1))
        .isInstanceOf(DivergenceException.class);
  }

  /** Heavy ball: the errors follow e' = (1 - s c) e + d (e - e''), a second-order recursion. */
  @Test
  void momentumFollowsItsRecursion() {
    double step = 0.1;
    double decay = 0.6;
    List<double[]> thetas =
        Trial.in(Maps.outcomes(0.5, 10))
            .thetas(descent(step, new Momentum(decay), Maps.mean(), 3), 1, 40);
    double before = 3;
    double now = 3;
    for (double[] theta : thetas) {
      assertThat(theta[0]).isCloseTo(now, within(1e-12));
      double next = now + step * (10 + 0.5 * now - now) + decay * (now - before);
      before = now;
      now = next;
    }
  }

  /** By hand: a first Adam or Adagrad step has the size of the step, whatever the gradient. */
  @Test
  void adaptiveStepsByHand() {
    Trial trial = Trial.in(Maps.outcomes(0, 10));
    List<double[]> adam =
        trial.thetas(descent(0.1, new Adam(0.9, 0.999, 1e-8), Maps.mean(), 3), 1, 2);
    assertThat(adam.get(1)[0]).isCloseTo(3.1, within(1e-9));
    // gradients -7 and -6.9: mean (.1 * -6.9 + .09 * -7) / .19, square (.001 * 47.61 + .000999 *
    // 49) / .001999
    double mean = (0.1 * 6.9 + 0.09 * 7) / 0.19;
    double square = (0.001 * 6.9 * 6.9 + 0.000999 * 49) / 0.001999;
    assertThat(adam.get(2)[0]).isCloseTo(3.1 + 0.1 * mean / StrictMath.sqrt(square), within(1e-8));
    List<double[]> adagrad = trial.thetas(descent(0.1, new Adagrad(1e-8), Maps.mean(), 3), 1, 2);
    assertThat(adagrad.get(1)[0]).isCloseTo(3.1, within(1e-9));
    assertThat(adagrad.get(2)[0])
        .isCloseTo(3.1 + 0.1 * 6.9 / StrictMath.sqrt(49 + 6.9 * 6.9), within(1e-8));
  }

  /** A4: factor (eps beta + r) / (gamma + r), also where plain retraining diverges. */
  @ParameterizedTest
  @CsvSource({"0.5, 1", "-1.5, 0.5", "-3, 1.2", "0.9, 0"})
  void proximalRetrainingOnQ(double sensitivity, double strength) {
    double gamma = 1;
    double stable = 1 / (gamma - sensitivity);
    double factor = (sensitivity + strength) / (gamma + strength);
    assertThat(StrictMath.abs(factor)).isLessThan(1);
    assertRatio(
        Trial.in(Maps.features(sensitivity, MU))
            .thetas(proximal(strength, Maps.quadratic(gamma, 1), 7, 3), 2, 25),
        new double[] {stable * MU[0], stable * MU[1]},
        factor);
  }

  /** A5: the rate is the largest root of lambda^H = (a/H)(lambda^(H-1) + ... + 1). */
  @ParameterizedTest
  @CsvSource({
    "-1.5, 1, 1.5",
    "-1.5, 2, 0.8660",
    "-1.5, 3, 0.8226",
    "-2.5, 2, 1.118",
    "-2.5, 3, 0.9536"
  })
  void averagingHasTheRateOfItsPolynomial(double ratio, int cohorts, double rate) {
    double stable = MU[0] / (1 - ratio); // a start near it, so that what grows stays in bounds
    List<double[]> thetas =
        Trial.in(Maps.features(ratio, MU))
            .thetas(
                averaged(cohorts, Values.all(1), Maps.quadratic(1, 1), stable + 1e-2, -stable / 2),
                2,
                53);
    // complex roots oscillate: compare the energies of windows, 30 rounds apart
    double early = energy(thetas.subList(10, 22), stable);
    double late = energy(thetas.subList(40, 52), stable);
    assertThat(StrictMath.pow(late / early, 1.0 / 60)).isCloseTo(rate, within(0.01));
  }

  private static double energy(List<double[]> thetas, double limit) {
    return thetas.stream().mapToDouble(theta -> StrictMath.pow(theta[0] - limit, 2)).sum();
  }

  @Test
  void averagingFollowsItsRecursion() {
    double[] weights = {2, -0.5, 0.5};
    List<double[]> thetas =
        Trial.in(Maps.outcomes(0.4, 10, 1, -1))
            .thetas(averaged(3, Values.each(weights), Maps.mean(), 3), 1, 12);
    List<Double> means = new ArrayList<>(); // newest first
    double theta = 3;
    for (int t = 0; t < 12; t++) {
      assertThat(thetas.get(t)[0]).isCloseTo(theta, within(1e-9));
      means.add(0, 10 + 0.4 * theta);
      double sum = 0;
      double total = 0;
      for (int k = 0; k < StrictMath.min(3, means.size()); k++) {
        sum += weights[k] * means.get(k);
        total += weights[k];
      }
      theta = sum / total;
    }
  }

  @Test
  void averagingWhoseWeightsCancelIsRefused() {
    assertThatThrownBy(() -> averaged(2, Values.each(1, -1), Maps.mean(), 0))
        .hasMessageContaining("weights: [1.0, -1.0] sum to 0.0");
    assertThatThrownBy(() -> averaged(3, Values.each(1, 1), Maps.mean(), 0))
        .hasMessageContaining("weights: has 2 values, but cohorts has 3");
    assertThatThrownBy(() -> averaged(2, Values.each(1, Double.NaN), Maps.mean(), 0))
        .hasMessageContaining("weights[1]");
  }

  /** Section 10: geometric decay, mean m' = lambda m + (1 - lambda)(mu + eps theta). */
  @ParameterizedTest
  @CsvSource({"1, 0.8", "2, 0.7", "3, 0.65"})
  void waitingContractsByLambdaToTheWait(int wait, double factor) {
    Algorithm delayed = new DelayedRetraining(at(3), wait, Minimiser.exact(), 0, Maps.mean());
    assertThat(settledRatios(delayed, wait, 8))
        .allSatisfy(ratio -> assertThat(ratio).isCloseTo(factor, within(1e-9)));
  }

  /** An epoch of m rounds, then a step: data and theta follow a 2 x 2 recursion. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void epochsContractByTheStep(int length) {
    double step = 0.5;
    Algorithm epochs =
        new EpochDescent(at(3), length, new ConstantStep(step), false, 1, Maps.mean());
    double keep = StrictMath.pow(0.5, length);
    double theta = 3 - 25; // from the stable point
    double data = 0.6 * theta; // the memory begins in the law of theta = 3
    Trial trial = Trial.in(decaying(0.5, 0.6, 10, 3));
    List<double[]> thetas = trial.thetas(epochs, 1, 6 * length);
    for (int e = 0; e <= 6; e++) {
      assertThat(thetas.get(e * length)[0] - 25).isCloseTo(theta, within(1e-9));
      data = keep * data + (1 - keep) * 0.6 * theta;
      theta += step * (data - theta);
    }
  }

  /** Data of which a share stays; it begins in the law of a theta. */
  private static Trial.World decaying(double share, double sensitivity, double mu, double before) {
    double[] mean = {mu + sensitivity * before};
    int[] last = {0};
    return (theta, round) -> {
      if (round > last[0]) { // a world with memory: each round once
        mean[0] = share * mean[0] + (1 - share) * (mu + sensitivity * theta[0]);
        last[0] = round;
      }
      return Maps.outcomes(0, mean[0], 1, -1).induced(theta, round);
    };
  }

  private static List<Double> settledRatios(Algorithm algorithm, int wait, int refits) {
    // retraining lands on the data, so from the first refit on theta is the mean
    List<double[]> thetas =
        Trial.in(decaying(0.5, 0.6, 10, 3)).thetas(algorithm, 1, (refits + 1) * wait);
    List<Double> ratios = new ArrayList<>();
    for (int r = 1; r <= refits; r++) {
      ratios.add((thetas.get((r + 1) * wait)[0] - 25) / (thetas.get(r * wait)[0] - 25));
    }
    return ratios;
  }

  @Test
  void epochsWithTheShiftGoToTheOptimum() {
    Algorithm epochs =
        new EpochDescent(at(3, 3), 2, new ConstantStep(0.3), true, 1, Maps.quadratic(1, 1));
    double[] theta =
        Trial.theta(Trial.in(Maps.features(0.2, MU)).with(Maps.shift(0.2)).last(epochs, 2, 400));
    assertThat(theta).containsExactly(new double[] {1 / 0.6, -0.5 / 0.6}, within(1e-10));
  }

  /** Told of half of the response, as where people go half of the way in a round: in between. */
  @Test
  void epochsThatAreToldOfHalfTheShiftEndBetweenStableAndOptimal() {
    Algorithm epochs =
        new EpochDescent(at(3, 3), 2, new ConstantStep(0.3), true, 1, Maps.quadratic(1, 1));
    double[] theta =
        Trial.theta(Trial.in(Maps.features(0.2, MU)).with(Maps.shift(0.1)).last(epochs, 2, 400));
    assertThat(theta).containsExactly(new double[] {1 / 0.7, -0.5 / 0.7}, within(1e-10));
  }

  /** Told of half, and knowing that it is half: the optimum. */
  @Test
  void epochsThatKnowTheShareGoToTheOptimum() {
    Algorithm epochs =
        new EpochDescent(at(3, 3), 2, new ConstantStep(0.3), true, 0.5, Maps.quadratic(1, 1));
    double[] theta =
        Trial.theta(Trial.in(Maps.features(0.2, MU)).with(Maps.shift(0.1)).last(epochs, 2, 400));
    assertThat(theta).containsExactly(new double[] {1 / 0.6, -0.5 / 0.6}, within(1e-10));
    for (double wrong : new double[] {0, 1.1, Double.NaN}) {
      assertThatThrownBy(
              () -> new EpochDescent(at(3), 2, new ConstantStep(1), true, wrong, Maps.mean()))
          .hasMessageContaining("share: ");
    }
  }

  static List<Algorithm> all() {
    Task task = Maps.quadratic(1, 1);
    return List.of(
        retraining(task, 7, 3),
        descent(0.3, task, 7, 3),
        descent(0.1, new Momentum(0.5), task, 7, 3),
        descent(0.1, new Adam(0.9, 0.999, 1e-8), task, 7, 3),
        descent(0.5, new Adagrad(1e-8), task, 7, 3),
        proximal(0.5, task, 7, 3),
        averaged(3, Values.all(1), task, 7, 3),
        new DelayedRetraining(at(7, 3), 2, Minimiser.exact(), 0, task),
        new EpochDescent(at(7, 3), 2, new ConstantStep(0.3), false, 1, task),
        new GreedyDescent(at(7, 3), 2, 10, task),
        new LazyDescent(at(7, 3), LazyDescent.Schedule.SQRT, 2, 10, task));
  }

  @ParameterizedTest
  @MethodSource("all")
  void itBeatsNotLearning(Algorithm algorithm) {
    Trial.World world = Maps.features(0.2, MU, 0.1, -0.1);
    Task task = Maps.quadratic(1, 1);
    double[] theta = Trial.theta(Trial.in(world).last(algorithm, 2, 60));
    assertThat(Maps.risk(task, world, theta)).isLessThan(Maps.risk(task, world, 7, 3) - 1);
  }

  /** At the stable point, theta = mu / (1 - eps), nothing moves: not one bit, where it is exact. */
  @ParameterizedTest
  @MethodSource("all")
  void itStaysAtTheStablePoint(Algorithm algorithm) {
    double sensitivity = 0.5;
    double[] stable = {2, -1};
    Algorithm there = startingAt(algorithm, stable);
    for (Learner learner : Trial.in(Maps.features(sensitivity, MU)).learners(there, 2, 20)) {
      assertThat(Trial.theta(learner)).containsExactly(stable);
    }
  }

  private static Algorithm startingAt(Algorithm algorithm, double... start) {
    try {
      Class<?> type = algorithm.getClass();
      var components = type.getRecordComponents();
      Object[] values = new Object[components.length];
      for (int k = 0; k < values.length; k++) {
        values[k] =
            components[k].getName().equals("start")
                ? at(start)
                : components[k].getAccessor().invoke(algorithm);
      }
      Class<?>[] types = Arrays.stream(components).map(c -> c.getType()).toArray(Class<?>[]::new);
      return (Algorithm) type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aRoundWithoutLabelsTeachesNothing(Algorithm algorithm) {
    Trial silent = Trial.in(Maps.silent(2));
    for (Learner learner : silent.learners(algorithm, 2, 3)) {
      assertThat(Trial.theta(learner)).containsExactly(7, 3);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void itIsAValueThatForgetsDates(Algorithm algorithm) {
    Trial trial = Trial.in(Maps.features(0.2, MU));
    assertThat(trial.start(algorithm, 2)).isEqualTo(trial.start(algorithm, 2));
    assertThat(trial.last(algorithm, 2, 7)).isEqualTo(trial.last(algorithm, 2, 7));
    assertThat(trial.last(algorithm, 2, 7)).isNotEqualTo(trial.start(algorithm, 2));
    if (!algorithm.runsToHorizon()) {
      Algorithm stable = startingAt(algorithm, 1 / 0.8, -0.5 / 0.8);
      List<Learner> settled = Trial.in(Maps.features(0.2, MU)).learners(stable, 2, 9);
      boolean counts =
          algorithm instanceof RepeatedGradientDescent d && d.optimizer() instanceof Adam;
      assertThat(settled.get(9).equals(settled.get(5))).isNotEqualTo(counts);
    }
  }
}
