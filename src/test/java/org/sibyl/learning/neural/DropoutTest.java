package org.sibyl.learning.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sibyl.learning.neural.DoublePrecision.DOUBLES;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;

/** What is dropped. */
class DropoutTest {
  private static final int WIDTH = 1000;

  /** The factors of numbers that are all 1. */
  private static double[] factors(double probability, int layer, long seed, int[]... symbols) {
    Dropout<double[]> dropout = new Dropout<>(DOUBLES, symbols.length, WIDTH, probability, layer);
    double[] ones = new double[symbols.length * WIDTH];
    Arrays.fill(ones, 1);
    return dropout.forward(new Batch(symbols, OptionalLong.of(seed)), ones);
  }

  /**
   * The number dropped of 40000 is binomial with p. By Hoeffding it strays by more than x with at
   * most 2 exp(-2 x^2 / 40000): 1e-7 at x = 580. Four probabilities: below 1e-6.
   */
  @Test
  void asManyAreDroppedAsTheProbabilitySaysAndTheOthersMakeUpForIt() {
    for (double probability : new double[] {0.1, 0.3, 0.5, 0.9}) {
      double[] factors = factors(probability, 0, 8, Nets.symbols(40, 20, 9));
      long dropped = Arrays.stream(factors).filter(f -> f == 0).count();
      assertThat((double) dropped).isCloseTo(40_000 * probability, within(580.0));
      double kept = 1 / (1 - probability);
      assertThat(Arrays.stream(factors).filter(f -> f != 0)).allMatch(f -> f == kept);
    }
  }

  /**
   * Two masks that are independent at 1/2 agree in a number of 1000 places that is binomial: by
   * Hoeffding off by more than 95 with at most 2 exp(-2 95^2 / 1000) = 2.9e-8. Four pairs.
   */
  @Test
  void masksOfOtherRoundsSeedsAndLayersAreIndependent() {
    int[] first = {0, 1, 1};
    int[] second = {0, 1, 0};
    double[] mask = factors(0.5, 0, 8, first);
    requireIndependent(mask, factors(0.5, 0, 8, second));
    requireIndependent(mask, factors(0.5, 0, 9, first));
    requireIndependent(mask, factors(0.5, 1, 8, first));
    double[] both = factors(0.5, 0, 8, first, second);
    requireIndependent(Arrays.copyOf(both, WIDTH), Arrays.copyOfRange(both, WIDTH, 2 * WIDTH));
  }

  private static void requireIndependent(double[] one, double[] other) {
    double equal = 0;
    for (int k = 0; k < WIDTH; k++) {
      equal += one[k] == other[k] ? 1 : 0;
    }
    assertThat(equal).isCloseTo(500, within(95.0));
  }

  @Test
  void aRoundLosesTheSameAloneAndAmongOthers() {
    int[][] symbols = Nets.symbols(3, 6, 4);
    double[] all = factors(0.5, 2, -1, symbols);
    for (int round = 0; round < 3; round++) {
      assertThat(factors(0.5, 2, -1, symbols[round]))
          .containsExactly(Arrays.copyOfRange(all, round * WIDTH, (round + 1) * WIDTH));
    }
  }

  @Test
  void slopesAreDroppedAsValuesWere() {
    Dropout<double[]> dropout = new Dropout<>(DOUBLES, 1, WIDTH, 0.5, 0);
    double[] values = new double[WIDTH];
    double[] slopes = new double[WIDTH];
    Arrays.fill(values, 1);
    Arrays.fill(slopes, 3);
    Batch batch = new Batch(new int[][] {{0, 1}}, OptionalLong.of(4));
    double[] kept = dropout.forward(batch, values).clone();
    double[] passed = dropout.backward(1, slopes, List.of());
    for (int k = 0; k < WIDTH; k++) {
      assertThat(passed[k]).isEqualTo(3 * kept[k]);
    }
  }

  @Test
  void withoutASeedNothingIsDropped() {
    Gnn gnn = new Gnn(10, 2, 0.5);
    Weights weights = gnn.initial(6, Randomness.of(3).at(Draw.LEARNER, 0));
    int[][] symbols = Nets.symbols(2, 6, 1);
    OptionalLong none = OptionalLong.empty();
    double[][] whole =
        Nets.floatLogits(new Gnn(10, 2, 0), Nets.SIX, weights, symbols, OptionalLong.of(1));
    assertThat(Nets.floatLogits(gnn, Nets.SIX, weights, symbols, none)).isDeepEqualTo(whole);
    // The sizes above leave no two equal rounds, so a network that drops differs.
    assertThat(Nets.floatLogits(gnn, Nets.SIX, weights, symbols, OptionalLong.of(1))[1])
        .isNotEqualTo(whole[1]);
  }
}
