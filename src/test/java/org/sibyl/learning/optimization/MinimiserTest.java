package org.sibyl.learning.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sibyl.learning.optimization.Functions.square;

import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.learning.DivergenceException;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Activation;
import org.sibyl.prediction.Ball;
import org.sibyl.prediction.Box;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.CosineLoss;
import org.sibyl.prediction.CrossEntropy;
import org.sibyl.prediction.Domain;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.HingeLoss;
import org.sibyl.prediction.LinearLoss;
import org.sibyl.prediction.LinearModels;
import org.sibyl.prediction.LogisticLoss;
import org.sibyl.prediction.LogisticModels;
import org.sibyl.prediction.Loss;
import org.sibyl.prediction.NeuralModels;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Samples;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.prediction.Task;

/** The inner minimiser: known minima, and the ends that are not minima. */
class MinimiserTest {
  private static final Minimiser EXACT = Minimiser.exact();
  private static final Domain EVERYWHERE = new Everywhere();
  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void aQuadraticTakesOneStepOfNewton() {
    Cohort cohort = Samples.labelled(50, 3, 1);
    Problem problem = linear(new SquaredLoss(0.5), 0.1, EVERYWHERE, 3);
    Minimum minimum = minimise(problem, cohort, 0, 0, 0);
    assertThat(minimum.reached()).isTrue();
    assertThat(minimum.steps()).isEqualTo(1);
  }

  /** The model over the domain is the function itself, so its least value is the minimum. */
  @Test
  void aQuadraticOverADomainTakesHardlyMore() {
    Cohort cohort = Samples.labelled(50, 3, 1);
    for (Domain domain : List.of(new Ball(0.05), Box.of(-0.02, 0.03))) {
      Minimum minimum = minimise(linear(new SquaredLoss(0.5), 0.1, domain, 3), cohort, 0, 0, 0);
      assertThat(minimum.reached()).isTrue();
      assertThat(minimum.steps()).isLessThanOrEqualTo(4); // the model is minimised to 1e-4 only
    }
  }

  /**
   * x^4/4 - x^2/2 + y^2/2 bends down at x = .1: -.97 counts as .97, and the step leads downhill.
   */
  @Test
  void whereTheFunctionBendsDownNewtonStillGoesDown() {
    SmoothFunction valleys =
        Functions.of(
            at -> square(square(at[0])) / 4 - square(at[0]) / 2 + square(at[1]) / 2,
            at -> new double[] {at[0] * at[0] * at[0] - at[0], at[1]},
            at -> Optional.of(Matrix.of(2, 2, 3 * at[0] * at[0] - 1, 0, 0, 1)));
    Minimum one = new Minimiser(1e-11, 1).minimise(valleys, EVERYWHERE, 0.1, 1);
    assertThat(one.theta()).containsExactly(new double[] {0.1 + 0.099 / 0.97, 0}, CLOSE);
    assertThat(EXACT.minimise(valleys, EVERYWHERE, 0.1, 1).theta())
        .containsExactly(new double[] {1, 0}, CLOSE);
  }

  @Test
  void rosenbrockByNewton() {
    assertThat(bottom(Functions.rosenbrock()).steps()).isLessThan(30);
  }

  @Test
  void rosenbrockByGradientsAlone() {
    assertThat(bottom(Functions.withoutHessian(Functions.rosenbrock())).steps()).isLessThan(60);
  }

  private static Minimum bottom(SmoothFunction valley) {
    Minimum minimum = EXACT.minimise(valley, EVERYWHERE, -1.2, 1);
    assertThat(minimum.reached()).isTrue();
    assertThat(minimum.theta()).containsExactly(new double[] {1, 1}, CLOSE);
    return minimum;
  }

  /** On the disk of radius 1: the multiplier rule, solved by hand to 1e-9 with bisection. */
  @Test
  void rosenbrockOnADisk() {
    double angle = bottomOfTheCircle();
    for (SmoothFunction valley :
        List.of(Functions.rosenbrock(), Functions.withoutHessian(Functions.rosenbrock()))) {
      Minimum minimum = EXACT.minimise(valley, new Ball(1), -0.2, 0.3);
      assertThat(minimum.reached()).isTrue();
      assertThat(minimum.theta())
          .containsExactly(new double[] {Math.cos(angle), Math.sin(angle)}, within(1e-8));
    }
  }

  /** Where the valley's slope along the unit circle changes sign. */
  private static double bottomOfTheCircle() {
    double low = 0.5;
    double high = 0.9;
    for (int k = 0; k < 60; k++) {
      double angle = (low + high) / 2;
      double[] gradient =
          Functions.rosenbrock().gradient(new double[] {Math.cos(angle), Math.sin(angle)});
      if (-Math.sin(angle) * gradient[0] + Math.cos(angle) * gradient[1] < 0) {
        low = angle;
      } else {
        high = angle;
      }
    }
    return low;
  }

  @Test
  void rosenbrockInABox() {
    // x at most 0.5: then y = x^2 is free, and best
    Minimum minimum = EXACT.minimise(Functions.rosenbrock(), Box.of(-2, 0.5), -1.2, 0.4);
    assertThat(minimum.reached()).isTrue();
    assertThat(minimum.theta()).containsExactly(new double[] {0.5, 0.25}, CLOSE);
  }

  /** Pricing: nothing bends, so the best price is a corner. */
  @Test
  void aLinearObjectiveEndsInACorner() {
    Minimum minimum = EXACT.minimise(Functions.linear(-2, 1e-3, -1e-6), Box.of(0, 5), 1, 2, 3);
    assertThat(minimum.reached()).isTrue();
    assertThat(minimum.theta()).containsExactly(5, 0, 5);
    assertThat(minimum.gradientNorm()).isZero();
  }

  @Test
  void aLinearObjectiveOnABallEndsOppositeToItsSlope() {
    Minimum minimum = EXACT.minimise(Functions.linear(3, -4), new Ball(10), 0, 0);
    assertThat(minimum.reached()).isTrue();
    assertThat(minimum.theta()).containsExactly(new double[] {-6, 8}, CLOSE);
  }

  @Test
  void pricesOfATask() {
    Cohort demand = Samples.cohort(Matrix.of(2, 2, 6, -1, 7, -2), Column.constant(2, 1));
    Problem pricing = linear(new LinearLoss(-1), 0, Box.of(0, 5), 2);
    assertThat(minimise(pricing, demand, 1, 1).theta()).containsExactly(5, 0);
    Problem ridge = linear(new LinearLoss(-1), 2, EVERYWHERE, 2); // theta = mean / 2
    assertThat(minimise(ridge, demand, 1, 1).theta())
        .containsExactly(new double[] {3.25, -0.75}, CLOSE);
  }

  @Test
  void whereNothingBoundsTheObjectiveThatIsSaid() {
    assertThatThrownBy(() -> EXACT.minimise(Functions.linear(-2, 1), EVERYWHERE, 0, 0))
        .isInstanceOf(DivergenceException.class)
        .hasMessageContaining("the norm of theta is");
    assertThatThrownBy(
            () ->
                EXACT.minimise(Functions.withoutHessian(Functions.linear(-2, 1)), EVERYWHERE, 0, 0))
        .isInstanceOf(DivergenceException.class);
  }

  /** Twice the same feature: of all minimisers the one nearest to the start. */
  @Test
  void aSingularHessianMovesNoFurtherThanItMust() {
    Cohort cohort =
        Samples.cohort(Matrix.of(3, 2, 1, 1, 2, 2, -1, -1), Column.of(2, 4, -2)); // sum is 2
    Problem problem = linear(new SquaredLoss(0.5), 0, EVERYWHERE, 2);
    assertThat(minimise(problem, cohort, 0, 0).theta()).containsExactly(new double[] {1, 1}, CLOSE);
    Minimum fromElsewhere = minimise(problem, cohort, 3, -2);
    assertThat(fromElsewhere.theta()).containsExactly(new double[] {3.5, -1.5}, CLOSE);
    assertThat(fromElsewhere.reached()).isTrue();
  }

  @Test
  void aSingularLogisticProblemTerminates() {
    Cohort one = Samples.labelled(200, 3, 5);
    double[] twice = new double[200 * 4];
    for (int i = 0; i < 200; i++) {
      for (int k = 0; k < 4; k++) {
        twice[4 * i + k] = one.features().get(i, k == 3 ? 0 : k);
      }
    }
    Cohort doubled = Samples.cohort(Matrix.of(200, 4, twice), one.outcomes());
    double[] single = minimise(linear(new LogisticLoss(), 0, EVERYWHERE, 3), one, 0, 0, 0).theta();
    Minimum minimum = minimise(linear(new LogisticLoss(), 0, EVERYWHERE, 4), doubled, 0, 0, 0, 0);
    assertThat(minimum.reached()).isTrue();
    assertThat(minimum.steps()).isLessThan(15);
    assertThat(minimum.theta())
        .containsExactly(new double[] {single[0] / 2, single[1], single[2], single[0] / 2}, CLOSE);
  }

  /** No minimiser: the gradient vanishes on the way to infinity, and that is not taken for one. */
  @Test
  void separableDataWithoutRidgeIsNotReached() {
    Cohort separable =
        Samples.cohort(Matrix.of(4, 2, -2, 1, -1, 1, 1, 1, 3, 1), Column.of(0, 0, 1, 1));
    for (int cap : new int[] {10, 1000}) {
      Minimum newton =
          new Minimiser(1e-11, cap)
              .minimise(
                  risk(linear(new LogisticLoss(), 0, EVERYWHERE, 2), separable), EVERYWHERE, 0, 0);
      assertThat(newton.reached()).isFalse();
      assertThat(newton.steps()).isLessThanOrEqualTo(cap);
    }
    Minimum byGradients =
        EXACT.minimise(
            Functions.withoutHessian(risk(linear(new LogisticLoss(), 0, EVERYWHERE, 2), separable)),
            EVERYWHERE,
            0,
            0);
    assertThat(byGradients.reached()).isFalse();
    assertThatThrownBy(
            () ->
                EXACT.minimiser(
                    risk(linear(new LogisticLoss(), 0, EVERYWHERE, 2), separable),
                    EVERYWHERE,
                    0,
                    0))
        .isInstanceOf(DivergenceException.class)
        .hasMessageContaining("has no minimiser")
        .hasMessageContaining("Set task.regularization above 0");
    Minimum bounded = minimise(linear(new LogisticLoss(), 0, new Ball(3), 2), separable, 0, 0);
    assertThat(bounded.reached()).isTrue();
    Minimum ridge = minimise(linear(new LogisticLoss(), 1e-6, EVERYWHERE, 2), separable, 0, 0);
    assertThat(ridge.reached()).isTrue();
  }

  /** One feature tells some people perfectly, the others not at all: quasi-separation. */
  @Test
  void aRareFeatureThatSeparatesIsNotReached() {
    Cohort most = Samples.labelled(300, 3, 9);
    double[] rows = new double[300 * 4];
    for (int i = 0; i < 300; i++) {
      rows[4 * i] = i % 50 == 0 ? 1 : 0;
      for (int k = 0; k < 3; k++) {
        rows[4 * i + k + 1] = most.features().get(i, k);
      }
    }
    Cohort rare =
        Samples.cohort(
            Matrix.of(300, 4, rows),
            Column.generate(300, i -> i % 50 == 0 ? 1 : most.outcomes().get(i)));
    Minimum minimum = minimise(linear(new LogisticLoss(), 0, EVERYWHERE, 4), rare, 0, 0, 0, 0);
    assertThat(minimum.reached()).isFalse();
    assertThat(minimum.theta()[0]).isGreaterThan(10);
  }

  /** Labels 1 at scores theta x >= 1: the mean of kinks is flat or steep, and one kink is best. */
  @Test
  void aHingeOfOneParameterFindsTheKink() {
    // margins y x: 0.5, 1, -1; the slope changes sign where 0.5 theta = 1 only if -1 weighs less
    Cohort cohort = Samples.cohort(Matrix.of(4, 1, 0.5, 1, 0.25, -0.6), Column.of(1, 1, 1, 1));
    // slopes: theta < 1: -(0.5+1+0.25)+0.6; < 2: -0.15; above 2: +0.35 -> the kink is at 2
    for (double start : new double[] {0, 1, 1.9, 7, -30}) {
      Minimum minimum = minimise(linear(new HingeLoss(), 0, EVERYWHERE, 1), cohort, start);
      assertThat(minimum.reached()).isTrue();
      assertThat(minimum.theta()[0]).isCloseTo(2, within(1e-14));
      assertThat(minimum.gradientNorm()).isZero();
    }
    Minimum ridge = minimise(linear(new HingeLoss(), 0.05, EVERYWHERE, 1), cohort, 0);
    assertThat(ridge.theta()[0]).isCloseTo(0.15 / 4 / 0.05 < 1 ? 1 : 0.15 / 4 / 0.05, CLOSE);
    assertThat(ridge.reached()).isTrue();
    Minimum boxed = minimise(linear(new HingeLoss(), 0, Box.of(-1, 1.5), 1), cohort, 0);
    assertThat(boxed.theta()).containsExactly(1.5);
    assertThat(boxed.reached()).isTrue();
  }

  @Test
  void aKinkIsSoughtOnlyBetweenFallingAndRising() {
    SmoothFunction kinked =
        Functions.of(at -> Math.abs(at[0]), at -> new double[] {Math.signum(at[0])});
    Kink kink = new Kink(kinked, EVERYWHERE);
    Point left = new Point(kinked, new double[] {-1});
    assertThat(kink.between(left, new double[] {3}).orElseThrow().value()).isLessThan(1e-300);
    assertThat(kink.between(left, new double[] {0.5})).isEmpty(); // it falls there, too
    assertThat(kink.between(left, new double[] {-1})).isEmpty(); // uphill
  }

  /** Kinks in more dimensions end close to the bottom, and say that they are not exact. */
  @Test
  void aHingeOfSeveralParametersEndsCloseToTheBottom() {
    Cohort cohort = Samples.labelled(60, 3, 20260650);
    SmoothFunction function = risk(linear(new HingeLoss(), 0.05, EVERYWHERE, 3), cohort);
    Minimum minimum = EXACT.minimise(function, EVERYWHERE, 0, 0, 0);
    double least = function.value(subgradients(function, 400_000));
    assertThat(function.value(minimum.theta())).isLessThan(least + 1e-5);
    assertThat(minimum.reached()).isFalse();
    assertThat(minimum.steps()).isLessThan(EXACT.cap());
  }

  /** The classical subgradient method for a ridge of 0.05, with averaging: within 1e-5 here. */
  private static double[] subgradients(SmoothFunction function, int steps) {
    double[] theta = new double[3];
    double[] best = theta;
    double least = function.value(theta);
    for (int step = 1; step <= steps; step++) {
      double[] gradient = function.gradient(theta);
      for (int k = 0; k < theta.length; k++) {
        theta[k] -= gradient[k] / (0.05 * (step + 40));
      }
      double value = function.value(theta);
      if (value < least) {
        least = value;
        best = theta.clone();
      }
    }
    return best;
  }

  /** The problem K of the specification: stable at pi, whichever way down. */
  @Test
  void aCosineEndsInAValley() {
    Cohort one = Samples.cohort(Matrix.of(1, 1, 1), Column.of(1));
    Problem problem = linear(new CosineLoss(), 0, Box.of(0, 6), 1);
    Minimum minimum = minimise(problem, one, 1);
    assertThat(minimum.reached()).isTrue();
    assertThat(minimum.theta()[0]).isCloseTo(Math.PI, CLOSE);
  }

  @Test
  void logisticModelsAndLinearScoresHaveTheSameMinimiser() {
    Cohort cohort = Samples.labelled(400, 4, 20260651);
    double[] scores =
        minimise(linear(new LogisticLoss(), 0.01, EVERYWHERE, 4), cohort, 0, 0, 0, 0).theta();
    Problem probabilities =
        new Task(new LogisticModels(), new CrossEntropy(), 0.01, true, EVERYWHERE).on(4);
    Minimum minimum = minimise(probabilities, cohort, 0, 0, 0, 0);
    assertThat(minimum.reached()).isTrue();
    assertThat(minimum.theta()).containsExactly(scores, CLOSE);
  }

  /** A network that starts at random learns what no linear score can: exclusive or. */
  @Test
  void aNetworkLearnsExclusiveOr() {
    Cohort either = Samples.cohort(Matrix.of(4, 2, 0, 0, 0, 1, 1, 0, 1, 1), Column.of(0, 1, 1, 0));
    Problem problem =
        new Task(
                new NeuralModels(List.of(4), Activation.TANH),
                new LogisticLoss(),
                1e-4,
                false,
                EVERYWHERE)
            .on(2);
    double[] start = new java.util.Random(20260652).doubles(problem.dimension(), -1, 1).toArray();
    Minimum minimum = new Minimiser(1e-8, 2000).minimise(risk(problem, either), EVERYWHERE, start);
    assertThat(minimum.reached()).isTrue();
    assertThat(problem.meanLoss(problem.predictions(minimum.theta(), either), either))
        .isLessThan(0.05); // log 2 = 0.69 is the best of linear scores
  }

  /** The first iterate of Newton's method from the classical start, known since Rosenbrock. */
  @Test
  void oneStepIsOneStep() {
    Minimum minimum = new Minimiser(1e-11, 1).minimise(Functions.rosenbrock(), EVERYWHERE, -1.2, 1);
    assertThat(minimum.theta()).containsExactly(new double[] {-1.1752809, 1.3806742}, within(1e-7));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void theCapIsKept(int cap) {
    Minimum minimum =
        new Minimiser(1e-11, cap).minimise(Functions.rosenbrock(), EVERYWHERE, -1.2, 1);
    assertThat(minimum.reached()).isFalse();
    assertThat(minimum.steps()).isEqualTo(cap);
    assertThat(minimum.gradientNorm())
        .isEqualTo(norm(Functions.rosenbrock().gradient(minimum.theta())));
  }

  @Test
  void aLooseToleranceStopsSooner() {
    Minimum loose = new Minimiser(0.1, 1000).minimise(Functions.rosenbrock(), EVERYWHERE, -1.2, 1);
    assertThat(loose.steps()).isLessThan(bottom(Functions.rosenbrock()).steps());
    assertThat(loose.gradientNorm()).isBetween(1e-11, 0.1);
    assertThat(loose.reached()).isTrue();
  }

  /** A tolerance below what numbers can tell: honest, and soon. */
  @Test
  void roundingEndsTheSearch() {
    Cohort cohort = Samples.labelled(500, 5, 20260653);
    SmoothFunction function = risk(linear(new LogisticLoss(), 0.01, EVERYWHERE, 5), cohort);
    for (SmoothFunction either : List.of(function, Functions.withoutHessian(function))) {
      Minimum minimum = new Minimiser(1e-30, 100_000).minimise(either, EVERYWHERE, 0, 0, 0, 0, 0);
      assertThat(minimum.steps()).isLessThan(200);
      assertThat(minimum.gradientNorm()).isLessThan(1e-14);
      assertThat(minimum.reached()).isFalse();
    }
  }

  @Test
  void theStartMayBeTheMinimum() {
    Minimum minimum = EXACT.minimise(Functions.rosenbrock(), EVERYWHERE, 1, 1);
    assertThat(minimum.steps()).isZero();
    assertThat(minimum.reached()).isTrue();
  }

  @Test
  void theStartIsProjectedAndNotWrittenTo() {
    double[] start = {30, -30};
    Minimum minimum = EXACT.minimise(Functions.linear(-1, 1), Box.of(0, 1), start);
    assertThat(minimum.theta()).containsExactly(1, 0);
    assertThat(minimum.steps()).isZero();
    assertThat(start).containsExactly(30, -30);
  }

  @Test
  void numbersThatAreNoneAreAnError() {
    SmoothFunction broken = Functions.of(at -> Double.NaN, double[]::clone);
    assertThatThrownBy(() -> EXACT.minimise(broken, EVERYWHERE, 1, 2))
        .isInstanceOf(DivergenceException.class)
        .hasMessage(
            "minimiser: the value is not a number at theta = [1.0, 2.0]."
                + " Maybe nobody is labelled, or a feature is missing.");
    SmoothFunction steep = Functions.of(at -> at[0], at -> new double[] {0, Double.NaN});
    assertThatThrownBy(() -> EXACT.minimise(steep, EVERYWHERE, 1, 2))
        .isInstanceOf(DivergenceException.class)
        .hasMessageContaining("gradient[1] is not a number");
    SmoothFunction later =
        Functions.of(
            at -> square(at[0]) / (at[0] < 3 ? 0 * at[0] : 1), at -> new double[] {2 * at[0]});
    assertThatThrownBy(() -> EXACT.minimise(later, EVERYWHERE, 4))
        .isInstanceOf(DivergenceException.class);
  }

  @Test
  void aHessianThatIsNoneIsAnError() {
    SmoothFunction broken =
        Functions.of(
            at -> square(at[0]) + square(at[1]),
            at -> new double[] {2 * at[0], 2 * at[1]},
            at -> Optional.of(Matrix.of(2, 2, Double.NaN, 0, 0, 1)));
    assertThatThrownBy(() -> EXACT.minimise(broken, EVERYWHERE, 4, 2))
        .isInstanceOf(DivergenceException.class);
  }

  @Test
  void nobodyLabelledIsAnError() {
    Cohort nobody = Samples.with(Samples.labelled(5, 2, 1), i -> Double.NaN);
    assertThatThrownBy(() -> minimise(linear(new LogisticLoss(), 0.1, EVERYWHERE, 2), nobody, 0, 0))
        .isInstanceOf(DivergenceException.class)
        .hasMessageContaining("nobody is labelled");
  }

  @Test
  void parametersAreChecked() {
    assertThatThrownBy(() -> new Minimiser(0, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("tolerance: 0 must lie in (0, inf)");
    assertThatThrownBy(() -> new Minimiser(Double.NaN, 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Minimiser(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("cap: 0 must be at least 1");
  }

  static Problem linear(Loss loss, double ridge, Domain domain, int features) {
    return new Task(new LinearModels(0), loss, ridge, true, domain).on(features);
  }

  static SmoothFunction risk(Problem problem, Cohort cohort) {
    return SmoothFunction.of(problem, cohort);
  }

  private static Minimum minimise(Problem problem, Cohort cohort, double... start) {
    return EXACT.minimise(risk(problem, cohort), problem.domain(), start);
  }

  private static double norm(double... vector) {
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }
}
