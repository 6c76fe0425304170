package org.sibyl.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sibyl.learning.RandomBinary.Law;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;

/**
 * The law of the number of ones, end state law P1 of the specification of the games. A chi-square
 * test that rejects at p below 1e-10 raises a false alarm once in 1e10 seeds, and a few times as
 * often where expected counts are small, as the chi-square law is then only approximate; cells
 * expected below 10 are merged to keep that below 1e-9. The seeds are fixed.
 */
class RandomBinaryTest {
  private static final int SIZE = 20;
  private static final int DRAWS = 20_000;
  private static final double REJECTED = 1e-10;
  private static final MathContext DIGITS = new MathContext(50);

  @Test
  void underTheUniformLawEveryNumberOfOnesIsEquallyLikely() {
    assertThat(pValue(RandomBinary.uniform(), k -> 1.0 / (SIZE + 1))).isGreaterThan(REJECTED);
  }

  @ParameterizedTest
  @CsvSource({"0.5", "0.1", "0.83"})
  void underTheFixedLawItIsBinomial(double p) {
    RandomBinary fixed = new RandomBinary(Law.FIXED, p, 1, 1);
    assertThat(
            pValue(fixed, k -> choose(k) * StrictMath.pow(p, k) * StrictMath.pow(1 - p, SIZE - k)))
        .isGreaterThan(REJECTED);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 5", "0.5, 0.5", "0.3, 4", "30, 10", "0.01, 0.01", "0.001, 0.002"})
  void underTheBetaLawItIsBetaBinomial(double a, double b) {
    RandomBinary beta = new RandomBinary(Law.BETA, 0.5, a, b);
    assertThat(pValue(beta, k -> betaBinomial(k, a, b))).isGreaterThan(REJECTED);
  }

  @Test
  void theLawsDiffer() {
    assertThat(pValue(RandomBinary.uniform(), k -> betaBinomial(k, 1, 1.2))).isLessThan(REJECTED);
  }

  /** With shapes a, b the mean of p is a / (a + b); the deviation of p is below 1e-4 here. */
  @ParameterizedTest
  @CsvSource({"1e8, 3e8, 0.25", "1e9, 1e9, 0.5", "1e9, 1e-9, 1", "1e-9, 1e9, 0"})
  void extremeShapes(double a, double b, double mean) {
    Column drawn =
        new RandomBinary(Law.BETA, 0.5, a, b)
            .draw(100_000, Randomness.of(20260461).at(Draw.LEARNER, 0));
    // Hoeffding: beyond .0105 with probability at most 2 exp(-2 1e5 .0105^2) = 5.3e-10
    assertThat(drawn.mean()).isCloseTo(mean, within(0.0107));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "20, 21", "1000, 1001"})
  void theUniformCountLawIsFlat(int size, int counts) {
    assertThat(RandomBinary.uniform().countLaw(size)).hasSize(counts).containsOnly(1.0 / counts);
  }

  /** Against 50 digits. The exact value of the double is taken, so that nothing else differs. */
  @ParameterizedTest
  @CsvSource({
    "20, 0.5",
    "100, 0.1",
    "1000, 0.5",
    "1000, 0.0001",
    "1000, 0.9999",
    "1000, 0.3",
    "1000, 1e-12"
  })
  void theFixedCountLawIsBinomial(int size, double p) {
    BigDecimal yes = new BigDecimal(p);
    BigDecimal no = BigDecimal.ONE.subtract(yes);
    BigDecimal[] exact = new BigDecimal[size + 1];
    exact[0] = no.pow(size, DIGITS);
    for (int k = 0; k < size; k++) {
      exact[k + 1] =
          exact[k]
              .multiply(BigDecimal.valueOf(size - k))
              .multiply(yes)
              .divide(no.multiply(BigDecimal.valueOf(k + 1)), DIGITS);
    }
    assertThatTheyAgree(new RandomBinary(Law.FIXED, p, 1, 1).countLaw(size), exact);
  }

  @ParameterizedTest
  @CsvSource({
    "20, 2, 5", "1000, 1, 1", "1000, 0.5, 0.5", "1000, 1e-9, 1e-9", "1000, 1e9, 1e9",
    "1000, 1e-9, 1e9", "1000, 1e9, 1e-9", "1000, 0.001, 0.002", "1000, 30, 0.7", "0, 2, 2"
  })
  void theBetaCountLawIsBetaBinomial(int size, double a, double b) {
    BigDecimal[] exact = new BigDecimal[size + 1];
    exact[0] = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int k = 0; k < size; k++) {
      BigDecimal more = BigDecimal.valueOf(size - k).multiply(plus(a, k));
      BigDecimal less = BigDecimal.valueOf(k + 1).multiply(plus(b, size - k - 1));
      exact[k + 1] = exact[k].multiply(more).divide(less, DIGITS);
      sum = sum.add(exact[k + 1]);
    }
    for (int k = 0; k <= size; k++) {
      exact[k] = exact[k].divide(sum, DIGITS);
    }
    assertThatTheyAgree(new RandomBinary(Law.BETA, 0.5, a, b).countLaw(size), exact);
  }

  private static BigDecimal plus(double shape, int count) {
    return new BigDecimal(shape).add(BigDecimal.valueOf(count));
  }

  private static void assertThatTheyAgree(double[] law, BigDecimal[] exact) {
    assertThat(law).hasSize(exact.length);
    for (int k = 0; k < law.length; k++) {
      double expected = exact[k].doubleValue();
      double rounding = expected > 1e-290 ? 1e-12 * expected : 1e-290;
      assertThat(law[k]).as("P(%d)", k).isCloseTo(expected, within(rounding));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 30"})
  void certainCounts(double p, int count) {
    double[] law = new RandomBinary(Law.FIXED, p, 1, 1).countLaw(30);
    assertThat(law[count]).isEqualTo(1);
    assertThat(law).containsOnly(0, 1);
  }

  @ParameterizedTest
  @CsvSource({"0", "1"})
  void certainOnes(double p) {
    Column drawn =
        new RandomBinary(Law.FIXED, p, 1, 1).draw(1000, Randomness.of(1).at(Draw.LEARNER, 0));
    assertThat(drawn).isEqualTo(Column.constant(1000, p));
  }

  @Test
  void theSameStreamGivesTheSameForecast() {
    for (Law law : Law.values()) {
      RandomBinary binary = new RandomBinary(law, 0.5, 2, 3);
      assertThat(binary.draw(64, Randomness.of(5).at(Draw.LEARNER, 0)))
          .isEqualTo(binary.draw(64, Randomness.of(5).at(Draw.LEARNER, 0)))
          .isNotEqualTo(binary.draw(64, Randomness.of(6).at(Draw.LEARNER, 0)));
    }
  }

  private static double pValue(RandomBinary binary, IntToDoubleFunction law) {
    long[] counts = new long[SIZE + 1];
    for (int draw = 0; draw < DRAWS; draw++) {
      Column ones = binary.draw(SIZE, Randomness.of(20260462).replicate(draw).at(Draw.LEARNER, 0));
      counts[(int) ones.sum()]++;
    }
    double[] expected = new double[SIZE + 1];
    Arrays.setAll(expected, k -> law.applyAsDouble(k) * DRAWS);
    assertThat(Arrays.stream(expected).sum()).isCloseTo(DRAWS, within(1e-6));
    return merged(expected, counts);
  }

  /** Neighboring cells are merged until each is expected to hold 10. */
  private static double merged(double[] expected, long[] counts) {
    double[] wide = new double[expected.length];
    long[] seen = new long[expected.length];
    int cell = 0;
    for (int k = 0; k < expected.length; k++) {
      wide[cell] += expected[k];
      seen[cell] += counts[k];
      double rest = Arrays.stream(expected, k + 1, expected.length).sum();
      if (wide[cell] >= 10 && rest >= 10) {
        cell++;
      }
    }
    return ChiSquareTest.withDefaults()
        .test(Arrays.copyOf(wide, cell + 1), Arrays.copyOf(seen, cell + 1))
        .getPValue();
  }

  private static double choose(int k) {
    double c = 1;
    for (int j = 1; j <= k; j++) {
      c *= (SIZE - k + j) / (double) j;
    }
    return c;
  }

  /** C(n, k) B(k + a, n - k + b) / B(a, b) by rising factorials. */
  private static double betaBinomial(int k, double a, double b) {
    double p = choose(k);
    for (int j = 0; j < SIZE; j++) {
      p *= j < k ? a + j : b + (j - k);
      p /= a + b + j;
    }
    return p;
  }
}
