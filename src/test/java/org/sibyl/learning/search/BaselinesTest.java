package org.sibyl.learning.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sibyl.learning.GivenParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Maps;
import org.sibyl.learning.Progress;
import org.sibyl.learning.Trial;
import org.sibyl.learning.UniformParameters;
import org.sibyl.numeric.Values;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.Feedback;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.prediction.Task;

/** Random and exhaustive search, and the closed forms of optima that the latter confirms. */
class BaselinesTest {
  private static GridSearch grid(Task task, int points) {
    return new GridSearch(new GivenParameters(Values.all(0)), points, 1, task);
  }

  private static double found(Trial.World world, Task task, int points) {
    return Trial.theta(Trial.in(world).last(grid(task, points), 1, 1))[0];
  }

  /** Optima of Q, M, C, P and H; each lies on the grid. */
  @Test
  void theGridFindsTheOptimaOfTheReferenceProblems() {
    Task q = Maps.task(new Maps.LinearLoss(-1), 1, Maps.box(0, 5));
    assertThat(found(Maps.features(0.2, new double[] {1.5}), q, 1001))
        .isCloseTo(1.5 / 0.6, within(1e-12));
    Task m = Maps.task(new SquaredLoss(0.5), 0, Maps.box(0, 40));
    assertThat(found(Maps.outcomes(0.5, 10, 1, -1), m, 1001)).isCloseTo(20, within(1e-12));
    Task coin = Maps.coinTask(Maps.box(-1, 1));
    assertThat(found(Maps.coin(0.2, 0.3), coin, 2001)).isCloseTo(0.5, within(1e-12));
    Task prices = Maps.task(new Maps.LinearLoss(-1), 0, Maps.box(0, 5));
    assertThat(found(Maps.features(-1.5, new double[] {6}), prices, 1001))
        .isCloseTo(2, within(1e-12));
    Task h = Maps.task(SquaredLoss.plain(), 0, Maps.box(-2, 1));
    assertThat(found(Maps.hardness(1, -1, 0.5, 0.3), h, 3001)).isCloseTo(1.0 / 3, within(6e-4));
  }

  /** The values of the specification: C at its optimum and at its stable point, Q's gap. */
  @Test
  void risksOfTheReferenceProblems() {
    Task coin = Maps.coinTask(new Everywhere());
    assertThat(Maps.risk(coin, Maps.coin(0.2, 0.3), 0.5)).isCloseTo(0.15, within(1e-12));
    assertThat(Maps.risk(coin, Maps.coin(0.2, 0.3), 0.2 / 0.7)).isCloseTo(0.168367, within(5e-7));
    Trial.World q = Maps.features(0.2, new double[] {1});
    double gap =
        Maps.risk(Maps.quadratic(1, 1), q, 1.25) - Maps.risk(Maps.quadratic(1, 1), q, 1 / 0.6);
    assertThat(gap).isCloseTo(0.0520833, within(5e-8));
    Task plain = Maps.task(SquaredLoss.plain(), 0, new Everywhere());
    Trial.World h = Maps.hardness(1, -1, 0.5, 0.3);
    assertThat(Maps.risk(plain, h, 1) - Maps.risk(plain, h, 1.0 / 3))
        .isCloseTo(0.666667, within(5e-7));
  }

  /** P2: optimum and stable point are at most 2 L_z eps / gamma apart, L_z = beta |theta_PO|. */
  @Test
  void theDistanceTheorem() {
    double stable = 1.25;
    double optimum = 1 / 0.6;
    assertThat(optimum - stable).isCloseTo(0.41667, within(5e-6));
    Task q = Maps.task(new Maps.LinearLoss(-1), 1, Maps.box(0, 3));
    double found = found(Maps.features(0.2, new double[] {1}), q, 1801);
    assertThat(found).isCloseTo(optimum, within(1e-3));
    assertThat(found - stable).isLessThanOrEqualTo(2 * optimum * 0.2);
  }

  /** P3: second differences of the performative risk on Q are gamma - 2 eps beta. */
  @Test
  void curvatureOfThePerformativeRisk() {
    Task q = Maps.quadratic(1.5, 0.8);
    for (double sensitivity : new double[] {-0.5, 0.2, 0.9, 1.2}) {
      Trial.World world = Maps.features(sensitivity, new double[] {1});
      double second =
          (Maps.risk(q, world, 1.1) - 2 * Maps.risk(q, world, 1) + Maps.risk(q, world, 0.9)) / 0.01;
      assertThat(second).isCloseTo(1.5 - 2 * sensitivity * 0.8, within(1e-9));
    }
  }

  @Test
  void theGridInTwoDimensionsAndItsLimits() {
    Task q = Maps.task(new Maps.LinearLoss(-1), 1, Maps.box(-1, 2));
    Learner last = Trial.in(Maps.features(0.25, new double[] {1, -0.25})).last(grid(q, 31), 2, 1);
    assertThat(Trial.theta(last)).containsExactly(new double[] {2, -0.5}, within(1e-12));
    assertThat(last.progress()).isEqualTo(Progress.FINISHED);
    Trial trial = Trial.in(Maps.features(0.25, new double[] {1, -0.25}));
    assertThat(trial.start(grid(q, 31), 2).feedback()).isEqualTo(Feedback.EXACT);
    assertThatThrownBy(() -> trial.start(grid(q, 1001), 2)).hasMessageContaining("points: 1001");
    assertThatThrownBy(() -> trial.start(grid(Maps.quadratic(1, 1), 3), 2))
        .hasMessageContaining("is not bounded");
  }

  @Test
  void randomSearchKeepsTheBestItSaw() {
    Task q = Maps.quadratic(1, 1);
    Trial.World world = Maps.features(0.2, new double[] {1});
    RandomSearch search = new RandomSearch(new UniformParameters(-3, 3), 200, q);
    List<double[]> thetas = Trial.in(world).thetas(search, 1, 210);
    double best = Double.NaN;
    for (double[] theta : thetas.subList(0, 200)) {
      boolean better = !(Maps.risk(q, world, theta) >= Maps.risk(q, world, best));
      best = Double.isNaN(best) || better ? theta[0] : best;
    }
    for (double[] theta : thetas.subList(200, 211)) {
      assertThat(theta).containsExactly(best);
    }
    // none of 200 within .3 of the optimum: .9^200 < 1e-9
    assertThat(best).isCloseTo(1 / 0.6, within(0.3));
    assertThat(Maps.risk(q, world, best)).isLessThan(Maps.risk(q, world, thetas.get(0)));
    Learner last = Trial.in(world).last(search, 1, 210);
    assertThat(last.progress()).isEqualTo(Progress.FINISHED);
    assertThat(Trial.in(world).start(search, 1).feedback()).isEqualTo(Feedback.SAMPLES);
    assertThat(thetas.subList(0, 200).stream().map(theta -> theta[0]).distinct()).hasSize(200);
  }

  @Test
  void aRoundWithoutLabelsTeachesNothing() {
    Trial silent = Trial.in(Maps.silent(1));
    RandomSearch search = new RandomSearch(new UniformParameters(-3, 3), 2, Maps.mean());
    assertThat(silent.last(search, 1, 5)).isEqualTo(silent.start(search, 1));
    Task bounded = Maps.task(new SquaredLoss(0.5), 0, Maps.box(0, 1));
    ConfidenceBounds bounds = new ConfidenceBounds(11, 0.5, 1, 0, false, bounded);
    assertThat(silent.last(bounds, 1, 5)).isEqualTo(silent.start(bounds, 1));
  }
}
