package org.sibyl.learning.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sibyl.learning.DivergenceException;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Maps;
import org.sibyl.learning.Progress;
import org.sibyl.learning.Trial;
import org.sibyl.learning.search.ConfidenceBounds.Bounds;
import org.sibyl.learning.search.ConfidenceBounds.Zooming;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.prediction.Task;

/** Bounds from performative feedback, the three tests of section 7 of the specification. */
class ConfidenceBoundsTest {

  private static ConfidenceBounds exact(double sensitivity, Task task) {
    return new ConfidenceBounds(101, sensitivity, 1, 0, false, task);
  }

  private static void assertBoundsHold(Trial.World world, Task task, double sensitivity) {
    List<Learner> learners = Trial.in(world).learners(exact(sensitivity, task), 1, 120);
    for (Learner learner : learners) {
      Bounds bounds = ((Zooming) learner).bounds();
      for (int i = 0; i < bounds.net().rows(); i++) {
        double risk = Maps.risk(task, world, bounds.net().get(i, 0));
        assertThat(risk).isBetween(bounds.low().get(i) - 1e-12, bounds.high().get(i) + 1e-12);
      }
    }
    Zooming last = (Zooming) learners.get(120);
    assertThat(last.progress()).isEqualTo(Progress.FINISHED);
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 101; i++) {
      best = StrictMath.min(best, Maps.risk(task, world, last.bounds().net().get(i, 0)));
    }
    // the last radius is below the spacing, .01 of the width, so the loss is one cell's slack
    double cell = last.bounds().spacing();
    assertThat(Maps.risk(task, world, Trial.theta(last)))
        .isBetween(best, best + 2 * sensitivity * cell);
    assertThat(Maps.risk(task, world, Trial.theta(last)))
        .isLessThan(Maps.risk(task, world, Trial.theta(learners.get(0))));
  }

  /** The risk moves by more than the sensitivity says, so its bounds leave nothing. */
  @Test
  void boundsThatContradictEachOtherEndTheRun() {
    Task q = Maps.task(new Maps.LinearLoss(-1), 1, Maps.box(0, 2));
    ConfidenceBounds narrow = new ConfidenceBounds(101, 0.01, 1, 0, true, q);
    Trial trial = Trial.in(Maps.features(0.2, new double[] {1}));
    assertThatThrownBy(() -> trial.learners(narrow, 1, 50))
        .isInstanceOf(DivergenceException.class)
        .hasMessageContaining("contradict each other")
        .hasMessageContaining("Raise learning.sensitivity");
  }

  /** (i) The bounds always contain the performative risk: on Q, C and H. */
  @Test
  void boundsContainThePerformativeRisk() {
    // Q on [0, 2]: the loss's slope in z is at most 2, the sensitivity .2
    Task q = Maps.task(new Maps.LinearLoss(-1), 1, Maps.box(0, 2));
    assertBoundsHold(Maps.features(0.2, new double[] {1}), q, 2 * 0.2);
    // C: d/dp of (p - f)^2 + p (1 - p) is 1 - 2 f = -2 theta x: at most 1.2, times eps = .3
    Task c = Maps.coinTask(Maps.box(-0.6, 0.6));
    assertBoundsHold(Maps.coin(0.2, 0.3), c, 1.2 * 0.3);
    // H: DPR moves by kappa (theta - c)^2, whose slope on [-2, 1] with c = -1 is at most 2
    Task h = Maps.task(SquaredLoss.plain(), 0, Maps.box(-2, 1));
    assertBoundsHold(Maps.hardness(1, -1, 0.5, 0.3), h, 2);
  }

  /** (ii) Where nobody moves, one deployment tells all, and there is no further exploration. */
  @Test
  void withoutShiftOneDeploymentSuffices() {
    Task task = Maps.task(new SquaredLoss(0.5), 0, Maps.box(0, 4));
    List<Learner> learners = Trial.in(Maps.outcomes(0, 3, 1, -1)).learners(exact(0, task), 1, 10);
    assertThat(learners.get(0).progress()).isEqualTo(Progress.LEARNING);
    assertThat(learners.subList(1, 11))
        .allSatisfy(
            learner -> {
              assertThat(learner.progress()).isEqualTo(Progress.FINISHED);
              assertThat(Trial.theta(learner)[0]).isCloseTo(3, within(1e-12));
            });
  }

  /**
   * (ii) With sampling error and no shift, regret grows as the root of time: each phase deploys the
   * best-looking point four times as long at half the error. People's loss differs by noise of
   * deviation 1; the width is 6, six standard errors of a mean difference (p < 1e-8).
   */
  @Test
  void withoutShiftRegretGrowsAsTheRoot() {
    var noise = Randomness.of(20260414);
    Trial.World world =
        (theta, round) -> {
          double[] own = Directions.normal(10, noise.at(Draw.NATURE, round));
          return Trial.cohort(
              Column.constant(10, 1).asMatrix(), Column.generate(10, i -> 0.5 + 0.25 * own[i]));
        };
    Task task = Maps.task(new Maps.LinearLoss(1), 0, Maps.box(-1, 1));
    ConfidenceBounds algorithm = new ConfidenceBounds(201, 0, 1, 1.5, false, task);
    double regret = 0;
    List<double[]> thetas = Trial.in(world).thetas(algorithm, 1, 1600);
    List<Double> at = new ArrayList<>();
    for (int t = 0; t < 1600; t++) {
      regret += 0.5 * (thetas.get(t)[0] + 1);
      at.add(regret);
    }
    assertThat(at.get(1599)).isLessThan(3 * StrictMath.sqrt(1600));
    assertThat(at.get(1599) - at.get(399)).isLessThan(1e-9); // -1 is found and kept
  }

  /** (iii) M in one dimension, 2000 rounds with noise: the optimum is never dropped. */
  @Test
  void theOptimumIsNeverDropped() {
    double sensitivity = 0.5;
    double mu = 0.5;
    double optimum = 1; // mu / (1 - eps)
    var noise = Randomness.of(20260415);
    Trial.World world =
        (theta, round) -> {
          double[] own = Directions.normal(400, noise.at(Draw.NATURE, round));
          return Trial.cohort(
              Column.constant(400, 1).asMatrix(),
              Column.generate(400, i -> mu + sensitivity * theta[0] + 0.1 * own[i]));
        };
    Task task = Maps.task(new SquaredLoss(0.5), 0, Maps.box(0, 2));
    // means lie in [.5, 1.5], so |z - theta| is about 1.5 at most and L_z eps = .75; a loss then
    // deviates by .15, and a width of .9 is six of that: p < 1e-8 for all the bounds looked at
    ConfidenceBounds algorithm = new ConfidenceBounds(81, 0.75, 0.5, 0.9, false, task);
    Learner learner = Trial.in(world).start(algorithm, 1);
    int point = 40; // of 81 on [0, 2]: the optimum
    for (int t = 1; t <= 2000; t++) {
      learner = Trial.in(world).after(learner, t);
      Bounds bounds = ((Zooming) learner).bounds();
      assertThat(bounds.dropped().get(point)).isZero();
    }
    Zooming last = (Zooming) learner;
    assertThat(last.bounds().net().get(point, 0)).isEqualTo(optimum);
    assertThat(last.progress()).isEqualTo(Progress.FINISHED);
    assertThat(last.bounds().dropped().sum()).isGreaterThan(20);
    // of a risk of .125 (1 - theta)^2 at most four slacks of the last radius, .03, are missed
    assertThat(Trial.theta(last)[0]).isCloseTo(optimum, within(0.85));
  }

  /**
   * A deployment tells of its own risk only, PR = (1 - .5)^2 (theta - 1)^2 / 2 here, which is at
   * most .25 steep on [0, 2]: the bounds are cones, and hold.
   */
  @Test
  void zoomingKnowsWhatIsDeployedOnly() {
    Trial.World world = Maps.outcomes(0.5, 0.5);
    Task task = Maps.task(new SquaredLoss(0.5), 0, Maps.box(0, 2));
    ConfidenceBounds algorithm = new ConfidenceBounds(21, 0.25, 1, 0, true, task);
    Zooming first = (Zooming) Trial.in(world).last(algorithm, 1, 1);
    for (int point = 0; point < 21; point++) { // the middle, theta 1, has risk 0
      double cone = 0.25 * StrictMath.abs(0.1 * point - 1);
      assertThat(first.bounds().low().get(point)).isCloseTo(-cone, within(1e-12));
      assertThat(first.bounds().high().get(point)).isCloseTo(cone, within(1e-12));
    }
    Zooming last = (Zooming) Trial.in(world).last(algorithm, 1, 200);
    for (int point = 0; point < 21; point++) {
      double risk = Maps.risk(task, world, 0.1 * point);
      assertThat(last.bounds().low().get(point)).isLessThanOrEqualTo(risk + 1e-12);
      assertThat(last.bounds().high().get(point)).isGreaterThanOrEqualTo(risk - 1e-12);
    }
    assertThat(last.bounds().dropped().get(10)).isZero();
  }

  @Test
  void onlySmallGridsOfBoundedDomains() {
    Task q = Maps.task(new Maps.LinearLoss(-1), 1, Maps.box(0, 2));
    Trial three = Trial.in(Maps.features(0.2, new double[] {1, 1, 1}));
    assertThatThrownBy(() -> three.start(exact(1, q), 3)).hasMessageContaining("3 parameters");
    assertThatThrownBy(() -> three.start(exact(1, Maps.quadratic(1, 1)), 1))
        .hasMessageContaining("not bounded");
    assertThatThrownBy(() -> new ConfidenceBounds(101, Double.NaN, 1, 0, false, q))
        .hasMessageContaining("sensitivity");
    Learner two =
        Trial.in(Maps.features(0.2, new double[] {1, 0.5}))
            .last(new ConfidenceBounds(21, 0.6, 1, 0, false, q), 2, 400);
    assertThat(two.progress()).isEqualTo(Progress.FINISHED);
    assertThat(Trial.theta(two)[0]).isCloseTo(1 / 0.6, within(0.2));
    assertThat(Trial.theta(two)[1]).isCloseTo(0.5 / 0.6, within(0.2));
  }
}
