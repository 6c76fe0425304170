package org.sibyl.learning.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sibyl.learning.descent.Adam;
import org.sibyl.learning.descent.Memory;
import org.sibyl.numeric.Column;

/** Adam on arrays. */
class AdamStepTest {
  private static final double RATE = 1e-3;
  private static final int SIZE = 37;

  @Test
  void theFirstStepIsTheRateAgainstTheSign() {
    float[] weights = {0, 0, 0, 5};
    float[] gradient = {3, -0.01f, 0, 1};
    AdamStep.published(RATE).take(1, weights, gradient, new float[4], new float[4], weights);
    double small = 0.01 / (0.01 + 1e-8);
    assertThat((double) weights[0]).isCloseTo(-RATE, within(1e-9));
    assertThat((double) weights[1]).isCloseTo(RATE * small, within(1e-9));
    assertThat(weights[2]).isZero();
    assertThat((double) weights[3]).isCloseTo(5 - RATE, within(5e-7));
  }

  /** By hand: after g then h, means (.09 g + .1 h) / .19 and (.000999 g^2 + .001 h^2) / .001999. */
  @Test
  void theSecondStepIsTheClosedForm() {
    float[] weights = {0};
    float[] mean = {0};
    float[] square = {0};
    AdamStep adam = AdamStep.published(RATE);
    adam.take(1, weights, new float[] {2}, mean, square, weights);
    double first = weights[0];
    adam.take(2, weights, new float[] {-1}, mean, square, weights);
    double direction = (0.18 - 0.1) / 0.19;
    double root = StrictMath.sqrt((0.000999 * 4 + 0.001) / 0.001999);
    assertThat((double) weights[0]).isCloseTo(first - RATE * direction / root, within(1e-9));
  }

  @Test
  void itIsTheOptimizerOfDescent() {
    Adam oracle = new Adam(0.8, 0.95, 1e-3);
    AdamStep adam = new AdamStep(oracle, RATE);
    SplittableRandom random = new SplittableRandom(2);
    float[] weights = new float[SIZE];
    float[] mean = new float[SIZE];
    float[] square = new float[SIZE];
    double[] expected = new double[SIZE];
    Memory memory = Memory.none(SIZE);
    for (int step = 1; step <= 50; step++) {
      float[] gradient = new float[SIZE];
      double[] wide = new double[SIZE];
      for (int k = 0; k < SIZE; k++) {
        gradient[k] = (float) random.nextDouble(-1, 2);
        wide[k] = gradient[k];
      }
      memory = oracle.remember(memory, wide);
      double[] direction = oracle.direction(memory, wide);
      float[] next = new float[SIZE];
      adam.take(step, weights, gradient, mean, square, next);
      weights = next;
      for (int k = 0; k < SIZE; k++) {
        expected[k] -= RATE * direction[k];
        assertThat((double) weights[k]).isCloseTo(expected[k], within(1e-7));
      }
    }
    assertThat(Column.of(expected)).isNotEqualTo(Column.constant(SIZE, 0));
  }

  @Test
  void nextWeightsLeaveTheOldAlone() {
    float[] weights = {1, 2};
    float[] next = new float[2];
    float[] same = {1, 2};
    AdamStep adam = AdamStep.published(RATE);
    float[] gradient = {1, -1};
    adam.take(1, weights, gradient, new float[2], new float[2], next);
    adam.take(1, same, gradient, new float[2], new float[2], same);
    assertThat(weights).containsExactly(1, 2);
    assertThat(next).containsExactly(same);
  }

  @Test
  void ratesAndStepsThatAreNoneAreRefused() {
    for (double rate : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> AdamStep.published(rate)).hasMessageContaining("learning-rate: ");
    }
    float[] one = {1};
    assertThatThrownBy(() -> AdamStep.published(1).take(0, one, one, one, one, one))
        .hasMessageContaining("step: 0 must be at least 1");
  }
}
