package org.sibyl.learning.retraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sibyl.Shared;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.GivenParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Maps;
import org.sibyl.learning.Trial;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Values;

/** Greedy and lazy deployment on Gaussian mean estimation, section 5 of the specification. */
class StochasticDescentTest {
  private static final GivenParameters TEN = new GivenParameters(Values.all(10));

  private static GreedyDescent greedy(double sensitivity) {
    double contraction = 1 - sensitivity;
    return new GreedyDescent(TEN, 1 / contraction, 8 / (contraction * contraction), Maps.mean());
  }

  private static LazyDescent lazy(LazyDescent.Schedule schedule) {
    return new LazyDescent(TEN, schedule, 1, 8, Maps.mean());
  }

  /** The mean error is the noiseless one: (theta_1 - PS) k0 / (k0 + t), k0 = 800. */
  @Test
  void greedyAfterFiveThousandSteps() {
    Learner after = Trial.in(Maps.outcomes(0.9, 10)).last(greedy(0.9), 1, 5000);
    assertThat(Trial.theta(after)[0] - 100).isCloseTo(-90 * 800 / 5800.0, within(1e-9));
    assertThat(Trial.theta(after)[0] - 100).isCloseTo(-12.4138, within(5e-5));
  }

  /** Each deployment shrinks the mean error by eps + c 8 / (8 + n(k)). */
  @Test
  void lazyAfterThirtyNineDeployments() {
    int steps = 38 * 39 / 2;
    Trial trial = Trial.in(Maps.outcomes(0.9, 10));
    double error = -90;
    for (int k = 1; k <= 39; k++) {
      assertThat(Trial.theta(trial.last(lazy(LazyDescent.Schedule.LINEAR), 1, k * (k - 1) / 2))[0])
          .isCloseTo(100 + error, within(1e-9));
      error *= 0.9 + 0.1 * 8 / (8 + k);
    }
    Learner last = trial.last(lazy(LazyDescent.Schedule.LINEAR), 1, steps + 39);
    assertThat(Trial.theta(last)[0] - 100).isCloseTo(error, within(1e-9));
    assertThat(error).isCloseTo(-6.5739, within(5e-5));
  }

  /** The noise of a sample path: variance sigma^2 t / (c^2 (t + k0)^2), as weights on the draws. */
  @Test
  void noiseEntersWithTheWeightsOfTheLaw() {
    double contraction = 0.1;
    int steps = 50;
    for (int noisy : new int[] {1, 17, 50}) {
      Trial.World world =
          (theta, round) -> Maps.outcomes(0.9, round == noisy ? 11 : 10).induced(theta, round);
      double moved = Trial.theta(Trial.in(world).last(greedy(0.9), 1, steps))[0];
      double still = Trial.theta(Trial.in(Maps.outcomes(0.9, 10)).last(greedy(0.9), 1, steps))[0];
      assertThat(moved - still).isCloseTo(1 / (contraction * (steps + 800)), within(1e-10));
    }
  }

  @Test
  void noiselessTrajectoriesAsRecorded() {
    int compared = 0;
    for (JsonNode run : Shared.json("reference/prc/stochastic_gaussian.json").get("results")) {
      Algorithm algorithm =
          switch (run.get("run").asText()) {
            case "SGD-greedy" -> greedy(run.get("eps").asDouble());
            case "SGD-lazy-rootk" -> lazy(LazyDescent.Schedule.SQRT);
            case "SGD-lazy" -> lazy(LazyDescent.Schedule.LINEAR);
            case "SGD-lazy-ksquare" -> lazy(LazyDescent.Schedule.SQUARE);
            default -> throw new AssertionError(run.get("run"));
          };
      Trial trial = Trial.in(Maps.outcomes(run.get("eps").asDouble(), 10));
      Learner learner = trial.start(algorithm, 1);
      int at = 0;
      for (int t = 0; at < run.get("t").size(); t++) {
        if (run.get("t").get(at).asInt() == t) {
          double deployed = run.get("noiseless_current_deployed").get(at).asDouble();
          double iterate = run.get("noiseless_theta").get(at++).asDouble();
          compared++;
          assertThat(Trial.theta(learner)[0])
              .as("%s, eps %s, step %d", run.get("run"), run.get("eps"), t)
              .isCloseTo(deployed, within(1e-9));
          if (learner instanceof LazyDescent.Lazy moving) {
            assertThat(moving.iterate().get(0)).isCloseTo(iterate, within(1e-9));
          }
        }
        learner = trial.after(learner, 1);
      }
    }
    assertThat(compared).isEqualTo(12 * 18);
  }

  @Test
  void everybodyWhoIsLabelledMakesOneStepInOrder() {
    Trial.World world =
        (theta, round) ->
            Trial.cohort(Column.constant(4, 1).asMatrix(), Column.of(4, Double.NaN, 8, 6));
    GreedyDescent halves = new GreedyDescent(new GivenParameters(Values.all(0)), 1, 0, Maps.mean());
    // steps 1, 1/2, 1/3: the mean of 4, 8 and 6; then 1/4, 1/5, 1/6 go on
    List<double[]> thetas = Trial.in(world).thetas(halves, 1, 2);
    assertThat(thetas.get(1)[0]).isCloseTo(6, within(1e-12));
    assertThat(thetas.get(2)[0]).isCloseTo(6, within(1e-12));
    assertThat(((GreedyDescent.Greedy) Trial.in(world).last(halves, 1, 2)).steps()).isEqualTo(6);
    // lazy with n(k) = k: 4 and out, the rest belongs to nobody; then 4, 8: their mean, and out
    LazyDescent lazy =
        new LazyDescent(
            new GivenParameters(Values.all(0)), LazyDescent.Schedule.LINEAR, 1, 0, Maps.mean());
    List<double[]> rarely = Trial.in(world).thetas(lazy, 1, 2);
    assertThat(rarely.get(1)[0]).isCloseTo(4, within(1e-12));
    assertThat(rarely.get(2)[0]).isCloseTo(6, within(1e-12));
  }

  @Test
  void schedules() {
    assertThat(LazyDescent.Schedule.SQRT.steps(1)).isEqualTo(1);
    assertThat(LazyDescent.Schedule.SQRT.steps(16)).isEqualTo(4);
    assertThat(LazyDescent.Schedule.SQRT.steps(17)).isEqualTo(5);
    assertThat(LazyDescent.Schedule.LINEAR.steps(7)).isEqualTo(7);
    assertThat(LazyDescent.Schedule.SQUARE.steps(100_000)).isEqualTo(10_000_000_000L);
    assertThat(LazyDescent.Schedule.CUBE.steps(7)).isEqualTo(343);
  }

  @Test
  void stepsThatAreNoNumbersAreRefused() {
    assertThatThrownBy(() -> new GreedyDescent(TEN, Double.NaN, 0, Maps.mean()))
        .hasMessageContaining("scale");
    assertThatThrownBy(
            () -> new LazyDescent(TEN, LazyDescent.Schedule.CUBE, 1, Double.NaN, Maps.mean()))
        .hasMessageContaining("offset");
  }
}
