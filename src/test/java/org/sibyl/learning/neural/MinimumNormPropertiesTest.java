package org.sibyl.learning.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The direction between two gradients (specification 9.5). */
class MinimumNormPropertiesTest {
  /** w g1 + (1 - w) g2 is the point of least norm on the segment: no end is behind it. */
  @Property(tries = 500)
  void noGradientIsBehindTheDirection(
      @ForAll @Size(12) List<@IntRange(min = -40, max = 40) Integer> quarters) {
    float[] one = new float[6];
    float[] other = new float[6];
    for (int k = 0; k < 6; k++) {
      one[k] = quarters.get(k) / 4f;
      other[k] = quarters.get(6 + k) / 4f;
    }
    float[][] first = {new float[] {one[0], one[1]}, new float[] {one[2], one[3], one[4], one[5]}};
    float[][] second = {
      new float[] {other[0], other[1]}, new float[] {other[2], other[3], other[4], other[5]}
    };
    double weight = MinimumNorm.weightOfFirst(first, second);
    assertThat(weight).isBetween(0.0, 1.0);
    double[] direction = new double[6];
    for (int k = 0; k < 6; k++) {
      direction[k] = weight * one[k] + (1 - weight) * other[k];
    }
    double norm = dot(direction, direction);
    assertThat(dot(direction, one)).isGreaterThanOrEqualTo(norm - 1e-9);
    assertThat(dot(direction, other)).isGreaterThanOrEqualTo(norm - 1e-9);
    assertThat(MinimumNorm.weightOfFirst(second, first))
        .isCloseTo(equal(one, other) ? 1 : 1 - weight, within(1e-9));
  }

  private static boolean equal(float[] one, float[] other) {
    return Arrays.equals(one, other) || dot(one, one, other) == 0;
  }

  /** The squared distance. */
  private static double dot(float[] one, float[] same, float[] other) {
    double sum = 0;
    for (int k = 0; k < one.length; k++) {
      sum += ((double) one[k] - other[k]) * ((double) same[k] - other[k]);
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  private static double dot(double[] a, float[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  @Test
  void ofTheSameGradientTwiceTheFirstIsTaken() {
    float[][] gradient = {{1, 2}, {3}};
    assertThat(MinimumNorm.weightOfFirst(gradient, gradient)).isEqualTo(1);
    assertThat(MinimumNorm.weightOfFirst(new float[1][2], new float[1][2])).isEqualTo(1);
  }

  @Test
  void knownWeights() {
    assertThat(MinimumNorm.weight(1, 0, 1)).isEqualTo(0.5);
    assertThat(MinimumNorm.weight(1, 0, 3)).isEqualTo(0.75);
    assertThat(MinimumNorm.weight(4, 2, 1)).isEqualTo(0);
    assertThat(MinimumNorm.weight(132.41111755371094, 112.91024780273438, 230.1973876953125))
        .isCloseTo(0.8574372870707574, within(1e-6)); // recorded
  }

  @Test
  void theSumIsWrittenOverTheFirst() {
    float[][] first = {{1, 0}, {4}};
    MinimumNorm.combine(0.25, first, new float[][] {{0, 2}, {8}});
    assertThat(first).isDeepEqualTo(new float[][] {{0.25f, 1.5f}, {7}});
  }
}
