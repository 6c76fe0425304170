package org.sibyl.experiment.sweep.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;

class MorrisEffectsTest {
  private static final Randomness RANDOMNESS = Randomness.of(1991);

  /** Positions and coefficients are multiples of 1/8, so that nothing is rounded. */
  @Test
  void linearModelExactly() {
    List<MorrisTrajectory> trajectories =
        randomTrajectories(16, 3, 0, x -> 2 * x[0] - 0.5 * x[1] + 100);
    MorrisEffects effects = of(3, trajectories, 0);
    double[] coefficients = {2, -0.5, 0};
    for (int i = 0; i < 3; i++) {
      MorrisEffects.Factor factor = effects.factors().get(i);
      double size = StrictMath.abs(coefficients[i]);
      assertThat(factor.name()).isEqualTo("x" + (i + 1));
      assertThat(factor.mean()).isEqualTo(same(coefficients[i]));
      assertThat(factor.meanAbsolute()).isEqualTo(same(size));
      assertThat(factor.deviation()).isEqualTo(same(0));
    }
    assertThat(effects.trajectories()).isEqualTo(16);
    assertThat(effects.leftOut()).isZero();
    assertThat(effects.standing()).isEqualTo(Standing.DEFINED);
  }

  /**
   * x_1 x_2 over both orders from all four corners of {0, 1/2}^2 by steps of 1/2: the effect of
   * either factor is the other's value, 0, 0, 1/2 four times, 1, 1. Sum of squares about 1/2: 1.
   */
  @Test
  void interactionShowsAsDeviation() {
    MorrisEffects effects = of(2, everyTrajectory(x -> x[0] * x[1]), 1);
    for (MorrisEffects.Factor factor : effects.factors()) {
      assertThat(factor.mean().value()).isEqualTo(0.5);
      assertThat(factor.meanAbsolute().value()).isEqualTo(0.5);
      assertThat(factor.deviation().value()).isCloseTo(StrictMath.sqrt(1 / 7.0), within(1e-15));
    }
  }

  /** As above with effects lower by 1/2: they cancel in mu but not in mu*. */
  @Test
  void effectsOfBothSignsCancelInTheMeanOnly() {
    MorrisEffects effects = of(2, everyTrajectory(x -> (x[0] - 0.5) * (x[1] - 0.5)), 2);
    for (MorrisEffects.Factor factor : effects.factors()) {
      assertThat(factor.mean().value()).isZero();
      assertThat(factor.meanAbsolute().value()).isEqualTo(0.25);
      assertThat(factor.deviation().value()).isCloseTo(StrictMath.sqrt(1 / 7.0), within(1e-15));
    }
  }

  /**
   * The effect of x_1 in x_1 + 2 x_1 x_2 is 1 + 2 x_2 with mean 2, for starts uniform on the grid
   * and orders at random. A percentile interval from 40 trajectories covers somewhat less than 95
   * %; at 92 % or more, fewer than 159 of 200 has probability below P(Bin(200, 0.92) <= 158) =
   * 7.2e-9. That intervals are not too wide is seen from their width, 3.92 deviations of the
   * estimate; the deviation of 200 nearly normal estimates is off by a factor within [1/1.5, 1/0.7]
   * but for 1e-11 (Wilson and Hilferty: 7 deviations).
   */
  @Test
  void intervalsCoverTheTruth() {
    int repetitions = 200;
    int covered = 0;
    double[] values = new double[repetitions];
    double width = 0;
    for (int repetition = 0; repetition < repetitions; repetition++) {
      int round = 1000 + repetition;
      List<MorrisTrajectory> trajectories =
          randomTrajectories(40, 2, round, x -> x[0] + 2 * x[0] * x[1]);
      Estimate mean = of(2, trajectories, round).factors().get(0).mean();
      covered += mean.low() <= 2 && 2 <= mean.high() ? 1 : 0;
      values[repetition] = mean.value();
      width += (mean.high() - mean.low()) / repetitions;
    }
    assertThat(covered).isGreaterThanOrEqualTo(159);
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance =
        Arrays.stream(values).map(y -> (y - mean) * (y - mean)).sum() / (repetitions - 1);
    assertThat(width / (3.92 * StrictMath.sqrt(variance))).isBetween(0.7, 1.5);
  }

  @Test
  void trajectoriesWithFailedTrialsAreLeftOutAndCounted() {
    List<MorrisTrajectory> trajectories = randomTrajectories(12, 2, 3, x -> x[0] * x[1]);
    List<MorrisTrajectory> failed = new ArrayList<>(trajectories);
    double[][] positions = {{0, 0}, {0.5, 0}, {0.5, 0.5}};
    failed.add(0, new MorrisTrajectory(positions, new double[] {0, Double.NaN, 9}));
    failed.add(new MorrisTrajectory(positions, new double[] {0, 0, Double.NEGATIVE_INFINITY}));
    MorrisEffects effects = of(2, failed, 3);
    assertThat(effects.factors()).isEqualTo(of(2, trajectories, 3).factors());
    assertThat(effects.trajectories()).isEqualTo(12);
    assertThat(effects.leftOut()).isEqualTo(2);
    assertThat(effects.table().text()).contains("12 trajectories, 2 left out");
  }

  /** That nothing happened is a finding here, unlike for shares of variance. */
  @Test
  void constantOutputHasNoEffects() {
    MorrisEffects effects = of(2, randomTrajectories(5, 2, 4, x -> 0.1), 4);
    assertThat(effects.standing()).isEqualTo(Standing.DEFINED);
    for (MorrisEffects.Factor factor : effects.factors()) {
      assertThat(List.of(factor.mean(), factor.meanAbsolute(), factor.deviation()))
          .allSatisfy(estimate -> assertThat(estimate.value()).isZero());
    }
  }

  @Test
  void fewerThanTwoTrajectoriesAreUndefined() {
    for (int count = 0; count < 2; count++) {
      MorrisEffects effects = of(2, randomTrajectories(count, 2, 5, x -> x[0]), 5);
      assertThat(effects.standing()).isEqualTo(Standing.TOO_FEW);
      assertThat(effects.factors().get(1).mean()).isEqualTo(Estimate.UNDEFINED);
      assertThat(effects.table().text()).contains(Standing.TOO_FEW.meaning());
    }
  }

  @Test
  void badTrajectoriesAreRefused() {
    refused("trajectory: step 0 must change exactly one factor.", 0, 0, 0.5, 0.5, 0.5, 1);
    refused("trajectory: step 1 must change exactly one factor.", 0, 0, 0, 0.5, 0, 0.5);
    refused("trajectory: step 0 must change exactly one factor.", 0, 0, -0.0, 0, 0, 0.5);
    refused("trajectory: factor 1 must change once, not twice.", 0, 0, 0, 0.5, 0, 1);
    refused("position: 1.5 must lie in [0, 1].", 0, 0, 0, 1.5, 0.5, 1.5);
    refused("position: NaN must lie in [0, 1].", 0, 0, 0, Double.NaN, 0, 0);
    assertThatThrownBy(() -> of(3, randomTrajectories(2, 2, 6, x -> 0), 6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("trajectory: has 2 values, but factors has 3.");
  }

  @Test
  void tableAsTextAndCsv() {
    SensitivityTable table =
        new MorrisEffects(
                List.of(
                    new MorrisEffects.Factor(
                        "rate", new Estimate(-2500, -3000, 0), same(0.5), same(0.0001))),
                10,
                0,
                Standing.DEFINED)
            .table();
    assertThat(table.text())
        .isEqualTo(
            """
            factor  mu                            mu*                   sigma
            rate    -2.50e+03 [-3.00e+03, 0.000]  0.500 [0.500, 0.500]  1.00e-04 [1.00e-04, 1.00e-04]
            10 trajectories, 0 left out for failed trials; [95 % bootstrap intervals]
            """);
  }

  private static Estimate same(double value) {
    return new Estimate(value, value, value);
  }

  /** Three points of two factors. */
  private static void refused(String message, double... coordinates) {
    double[][] positions =
        IntStream.range(0, 3)
            .mapToObj(t -> Arrays.copyOfRange(coordinates, 2 * t, 2 * t + 2))
            .toArray(double[][]::new);
    assertThatThrownBy(() -> new MorrisTrajectory(positions, new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static MorrisEffects of(int factors, List<MorrisTrajectory> trajectories, int round) {
    List<String> names = IntStream.range(0, factors).mapToObj(i -> "x" + (i + 1)).toList();
    return MorrisEffects.of(names, trajectories, RANDOMNESS.at(Draw.SURVEY, round));
  }

  private static List<MorrisTrajectory> everyTrajectory(ToDoubleFunction<double[]> model) {
    List<MorrisTrajectory> trajectories = new ArrayList<>();
    for (int corner = 0; corner < 4; corner++) {
      double[] start = {(corner & 1) / 2.0, (corner >> 1) / 2.0};
      trajectories.add(trajectory(start, new int[] {0, 1}, new double[] {0.5, 0.5}, model));
      trajectories.add(trajectory(start, new int[] {1, 0}, new double[] {0.5, 0.5}, model));
    }
    return trajectories;
  }

  /** Steps of half the cube from and to multiples of 1/8, up or down, in random order. */
  private static List<MorrisTrajectory> randomTrajectories(
      int count, int factors, int round, ToDoubleFunction<double[]> model) {
    UniformRandomProvider stream = RANDOMNESS.at(Draw.FEATURES, round);
    List<MorrisTrajectory> trajectories = new ArrayList<>();
    for (int trajectory = 0; trajectory < count; trajectory++) {
      double[] start = new double[factors];
      double[] steps = new double[factors];
      int[] order = IntStream.range(0, factors).toArray();
      for (int i = 0; i < factors; i++) {
        boolean up = stream.nextBoolean();
        start[i] = stream.nextInt(5) / 8.0 + (up ? 0 : 0.5);
        steps[i] = up ? 0.5 : -0.5;
        int other = stream.nextInt(i + 1);
        order[i] = order[other];
        order[other] = i;
      }
      trajectories.add(trajectory(start, order, steps, model));
    }
    return trajectories;
  }

  private static MorrisTrajectory trajectory(
      double[] start, int[] order, double[] steps, ToDoubleFunction<double[]> model) {
    double[][] positions = new double[order.length + 1][];
    positions[0] = start;
    for (int step = 0; step < order.length; step++) {
      positions[step + 1] = positions[step].clone();
      positions[step + 1][order[step]] += steps[order[step]];
    }
    return new MorrisTrajectory(positions, Arrays.stream(positions).mapToDouble(model).toArray());
  }
}
