package org.sibyl.learning.omniprediction.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberOrderTest {
  private static final double[] EXTREMES = {
    0.0,
    -0.0,
    1,
    -1,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    1e-300,
    -1e300,
    3,
    3,
    3
  };

  /** Random bits, and few numbers many times: equal ones keep their order. */
  @Test
  void ordersAsALibraryDoes() {
    SplittableRandom random = new SplittableRandom(20260615);
    for (int k = 0; k < 200; k++) {
      boolean wild = random.nextBoolean();
      double[] numbers = new double[random.nextInt(0, 300)];
      Arrays.setAll(
          numbers,
          i ->
              wild
                  ? anyButNaN(Double.longBitsToDouble(random.nextLong()))
                  : EXTREMES[random.nextInt(EXTREMES.length)]);
      int[] expected =
          IntStream.range(0, numbers.length)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> numbers[i]))
              .mapToInt(i -> i)
              .toArray();
      assertThat(NumberOrder.of(numbers)).isEqualTo(expected);
    }
  }

  private static double anyButNaN(double number) {
    return Double.isNaN(number) ? 7 : number;
  }
}
