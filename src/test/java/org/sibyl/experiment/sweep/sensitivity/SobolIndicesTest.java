package org.sibyl.experiment.sweep.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;

class SobolIndicesTest {
  private static final Randomness RANDOMNESS = Randomness.of(2010);
  private static final double DEVIATIONS = 6;

  /**
   * A. Saltelli et al. (2010), section 6, and T. Ishigami, T. Homma (1990). Estimates are means
   * over N independent rows divided by a variance; by the delta method their deviation is that of
   * one row's contribution, (B (AB_i - A) - S_i (A^2 + B^2) / 2) / V and likewise for T_i, over
   * sqrt(N). Contributions deviate by at most 1.00 for S and 1.42 for T (2 000 000 simulated rows:
   * 0.991, 0.878, 0.918 and 1.413, 0.668, 0.439). Six deviations are missed with probability 2e-9,
   * 1.2e-8 for the six indices.
   */
  @Test
  void ishigamiFunction() {
    int rows = 1 << 14;
    SobolIndices indices =
        analysed(random(rows, 3, 0), SobolIndicesTest::ishigami, RANDOMNESS.at(Draw.SURVEY, 0));
    double[] first = {0.3139, 0.4424, 0};
    double[] total = {0.5576, 0.4424, 0.2437};
    matches(indices, first, total, 1.00, 1.42, rows);
    assertThat(indices.rows()).isEqualTo(rows);
    assertThat(indices.leftOut()).isZero();
  }

  /**
   * I. M. Sobol' g-function: V_i = 1 / (3 (1 + a_i)^2) and V = product of (1 + V_i) - 1, S_i = V_i
   * / V, T_i = V_i product over the others of (1 + V_j) / V. Contributions deviate by at most 1.12
   * for S and 1.15 for T (2 000 000 simulated rows: 1.119, 0.675, 0.260, 0.144 and 1.149, 0.467,
   * 0.073, 0.022); false alarms 1.6e-8 for the eight indices.
   */
  @Test
  void sobolFunction() {
    double[] a = {0, 1, 4.5, 9};
    double[] parts = Arrays.stream(a).map(each -> 1 / (3 * (1 + each) * (1 + each))).toArray();
    double product = Arrays.stream(parts).map(part -> 1 + part).reduce(1, (x, y) -> x * y);
    double variance = product - 1;
    double[] first = Arrays.stream(parts).map(part -> part / variance).toArray();
    double[] total =
        Arrays.stream(parts).map(part -> part * product / (1 + part) / variance).toArray();
    int rows = 1 << 14;
    SobolIndices indices =
        analysed(
            random(rows, 4, 1),
            x ->
                IntStream.range(0, 4)
                    .mapToDouble(i -> (StrictMath.abs(4 * x[i] - 2) + a[i]) / (1 + a[i]))
                    .reduce(1, (y, z) -> y * z),
            RANDOMNESS.at(Draw.SURVEY, 1));
    matches(indices, first, total, 1.12, 1.15, rows);
  }

  /**
   * Over all 16 combinations of two-level A and B, sample means are expectations, so both indices
   * are c_i^2 / (c_1^2 + c_2^2) up to rounding.
   */
  @Test
  void additiveModelExactly() {
    SobolIndices indices =
        analysed(everyCombination(), x -> 3 * x[0] - 4 * x[1], RANDOMNESS.at(Draw.SURVEY, 2));
    double[] expected = {9 / 25.0, 16 / 25.0};
    for (int i = 0; i < 2; i++) {
      assertThat(indices.factors().get(i).first().value()).isCloseTo(expected[i], within(1e-14));
      assertThat(indices.factors().get(i).total().value()).isCloseTo(expected[i], within(1e-14));
    }
  }

  /** (-1)^(x_1 + x_2) is all interaction: nothing alone, everything in total. */
  @Test
  void pureInteractionExactly() {
    SobolIndices indices =
        analysed(
            everyCombination(),
            x -> (2 * x[0] - 1) * (2 * x[1] - 1),
            RANDOMNESS.at(Draw.SURVEY, 3));
    for (SobolIndices.Factor factor : indices.factors()) {
      assertThat(factor.first().value()).isCloseTo(0, within(1e-14));
      assertThat(factor.total().value()).isCloseTo(1, within(1e-14));
    }
  }

  @Test
  void aShiftOrScaleOfTheOutputChangesNothing() {
    double[] outputs = outputs(random(200, 3, 4), SobolIndicesTest::ishigami);
    SobolIndices plain = of(3, outputs, 4);
    SobolIndices shifted = of(3, Arrays.stream(outputs).map(y -> y + 1000).toArray(), 4);
    SobolIndices huge = of(3, Arrays.stream(outputs).map(y -> y * 1e200).toArray(), 4);
    for (int i = 0; i < 3; i++) {
      for (SobolIndices other : List.of(shifted, huge)) {
        near(other.factors().get(i).first(), plain.factors().get(i).first());
        near(other.factors().get(i).total(), plain.factors().get(i).total());
      }
    }
  }

  /**
   * y = x_1 + 2 x_2 + 2 x_1 x_2 has V_1 = 4/12, V_2 = 9/12, V_12 = 4/144, so S_1 = 0.3 and T_1 =
   * 0.325. A percentile interval from 100 rows covers somewhat less than 95 % (94 % in 1500
   * separate repetitions); at 92 % or more, fewer than 159 of 200 has probability below P(Bin(200,
   * 0.92) <= 158) = 7.2e-9, 1.5e-8 for both indices.
   *
   * <p>200 of 200 would be no news (3.5e-5), so that intervals are not too wide is seen from their
   * width: 3.92 deviations of the estimate. A deviation from 200 nearly normal estimates is off by
   * a factor within [1/1.5, 1/0.7] but for 1e-11 (Wilson and Hilferty: 7 deviations).
   */
  @Test
  void intervalsCoverTheTruth() {
    int repetitions = 200;
    int firstCovered = 0;
    int totalCovered = 0;
    double[] values = new double[repetitions];
    double width = 0;
    for (int repetition = 0; repetition < repetitions; repetition++) {
      SobolIndices.Factor factor =
          analysed(
                  random(100, 2, 1000 + repetition),
                  x -> x[0] + 2 * x[1] + 2 * x[0] * x[1],
                  RANDOMNESS.at(Draw.SURVEY, 1000 + repetition))
              .factors()
              .get(0);
      firstCovered += factor.first().low() <= 0.3 && 0.3 <= factor.first().high() ? 1 : 0;
      totalCovered += factor.total().low() <= 0.325 && 0.325 <= factor.total().high() ? 1 : 0;
      values[repetition] = factor.first().value();
      width += (factor.first().high() - factor.first().low()) / repetitions;
    }
    assertThat(firstCovered).isGreaterThanOrEqualTo(159);
    assertThat(totalCovered).isGreaterThanOrEqualTo(159);
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance =
        Arrays.stream(values).map(y -> (y - mean) * (y - mean)).sum() / (repetitions - 1);
    assertThat(width / (3.92 * StrictMath.sqrt(variance))).isBetween(0.7, 1.5);
  }

  @Test
  void rowsWithFailedTrialsAreLeftOutAndCounted() {
    double[] outputs = outputs(random(50, 3, 5), SobolIndicesTest::ishigami);
    double[] failed = new double[outputs.length + 10];
    System.arraycopy(outputs, 0, failed, 0, 15);
    Arrays.fill(failed, 15, 25, 1e300); // two whole rows that would spoil everything
    failed[15 + 4] = Double.NaN;
    failed[20] = Double.POSITIVE_INFINITY;
    System.arraycopy(outputs, 15, failed, 25, outputs.length - 15);
    SobolIndices without = of(3, outputs, 5);
    SobolIndices with = of(3, failed, 5);
    assertThat(with.rows()).isEqualTo(50);
    assertThat(with.leftOut()).isEqualTo(2);
    for (int i = 0; i < 3; i++) {
      near(with.factors().get(i).first(), without.factors().get(i).first());
      near(with.factors().get(i).total(), without.factors().get(i).total());
    }
    assertThat(with.table().text()).contains("50 rows, 2 left out");
  }

  /** Zero would say that the factors do not matter; nothing is known of them. */
  @Test
  void outputThatDoesNotVaryIsUndefined() {
    double[] constant = new double[40];
    Arrays.fill(constant, 0.1);
    undefined(of(2, constant, 6), Standing.NO_VARIANCE);
    constant[17] = 0.1 + 1e-16; // rounding is no variance
    undefined(of(2, constant, 6), Standing.NO_VARIANCE);
    undefined(of(2, new double[40], 6), Standing.NO_VARIANCE);
  }

  @Test
  void fewerThanTwoRowsAreUndefined() {
    undefined(of(2, new double[0], 7), Standing.TOO_FEW);
    undefined(of(2, new double[] {1, 2, 3, 4}, 7), Standing.TOO_FEW);
    undefined(of(2, new double[] {1, 2, 3, 4, 1, 2, 3, Double.NaN}, 7), Standing.TOO_FEW);
  }

  /**
   * With two rows, resamples of one row alone do vary; with one row that stands out, some do not.
   */
  @Test
  void intervalsAreUndefinedWhereResamplesDoNotVary() {
    double[] outputs = new double[20 * 3];
    outputs[0] = 1;
    SobolIndices indices = of(1, outputs, 8);
    assertThat(indices.standing()).isEqualTo(Standing.DEFINED);
    assertThat(indices.factors().get(0).total().isDefined()).isTrue();
    assertThat(indices.factors().get(0).total().low()).isNaN();
    assertThat(indices.factors().get(0).total().high()).isNaN();
  }

  @Test
  void theSameStreamGivesTheSameIndices() {
    double[] outputs = outputs(random(30, 3, 9), SobolIndicesTest::ishigami);
    assertThat(of(3, outputs, 9)).isEqualTo(of(3, outputs, 9)).isNotEqualTo(of(3, outputs, 10));
  }

  @Test
  void outputsMustBeWholeRows() {
    assertThatThrownBy(() -> of(2, new double[7], 11))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("outputs: 7 values must be whole rows of 4 values.");
    assertThatThrownBy(() -> of(0, new double[4], 11))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("factors: 0 must be at least 1.");
  }

  @Test
  void tableAsTextAndCsv() {
    SensitivityTable table =
        new SobolIndices(
                List.of(
                    new SobolIndices.Factor(
                        "rate, \"early\"", new Estimate(0.25, 0.125, 0.5), new Estimate(1, 0, 2)),
                    new SobolIndices.Factor("size", Estimate.UNDEFINED, Estimate.UNDEFINED)),
                64,
                1,
                Standing.DEFINED)
            .table();
    assertThat(table.text())
        .isEqualTo(
            """
            factor         first                 total
            rate, "early"  0.250 [0.125, 0.500]  1.000 [0.000, 2.000]
            size           undefined             undefined
            64 rows, 1 left out for failed trials; [95 % bootstrap intervals]
            """);
  }

  private static double ishigami(double[] x) {
    double[] angle = Arrays.stream(x).map(each -> StrictMath.PI * (2 * each - 1)).toArray();
    double second = StrictMath.sin(angle[1]);
    return StrictMath.sin(angle[0]) * (1 + 0.1 * StrictMath.pow(angle[2], 4)) + 7 * second * second;
  }

  private static void matches(
      SobolIndices indices,
      double[] first,
      double[] total,
      double firstDeviation,
      double totalDeviation,
      int rows) {
    for (int i = 0; i < first.length; i++) {
      SobolIndices.Factor factor = indices.factors().get(i);
      assertThat(factor.first().value())
          .isCloseTo(first[i], within(DEVIATIONS * firstDeviation / StrictMath.sqrt(rows)));
      assertThat(factor.total().value())
          .isCloseTo(total[i], within(DEVIATIONS * totalDeviation / StrictMath.sqrt(rows)));
    }
  }

  private static void near(Estimate actual, Estimate expected) {
    assertThat(actual.value()).isCloseTo(expected.value(), within(1e-9));
    assertThat(actual.low()).isCloseTo(expected.low(), within(1e-9));
    assertThat(actual.high()).isCloseTo(expected.high(), within(1e-9));
  }

  private static void undefined(SobolIndices indices, Standing standing) {
    assertThat(indices.standing()).isEqualTo(standing);
    assertThat(indices.factors()).hasSize(2);
    for (SobolIndices.Factor factor : indices.factors()) {
      assertThat(factor.first()).isEqualTo(Estimate.UNDEFINED);
      assertThat(factor.total()).isEqualTo(Estimate.UNDEFINED);
    }
    assertThat(indices.table().text()).contains(standing.meaning());
  }

  private static SobolIndices of(int factors, double[] outputs, int round) {
    return SobolIndices.of(names(factors), outputs, RANDOMNESS.at(Draw.SURVEY, round));
  }

  private static SobolIndices analysed(
      double[][] pairs, ToDoubleFunction<double[]> model, UniformRandomProvider stream) {
    return SobolIndices.of(names(pairs[0].length / 2), outputs(pairs, model), stream);
  }

  private static List<String> names(int factors) {
    return IntStream.range(0, factors).mapToObj(i -> "x" + (i + 1)).toList();
  }

  /** A row of A followed by the row of B. */
  private static double[][] random(int rows, int factors, int round) {
    UniformRandomProvider stream = RANDOMNESS.at(Draw.FEATURES, round);
    return IntStream.range(0, rows)
        .mapToObj(j -> stream.doubles(2L * factors).toArray())
        .toArray(double[][]::new);
  }

  /** Two factors of two levels, 0 and 1: every row of A with every row of B. */
  private static double[][] everyCombination() {
    return IntStream.range(0, 16)
        .mapToObj(j -> new double[] {j & 1, j >> 1 & 1, j >> 2 & 1, j >> 3 & 1})
        .toArray(double[][]::new);
  }

  private static double[] outputs(double[][] pairs, ToDoubleFunction<double[]> model) {
    int factors = pairs[0].length / 2;
    double[] outputs = new double[pairs.length * (factors + 2)];
    int point = 0;
    for (double[] pair : pairs) {
      double[] first = Arrays.copyOf(pair, factors);
      outputs[point++] = model.applyAsDouble(first);
      outputs[point++] = model.applyAsDouble(Arrays.copyOfRange(pair, factors, 2 * factors));
      for (int i = 0; i < factors; i++) {
        double[] mixed = first.clone();
        mixed[i] = pair[factors + i];
        outputs[point++] = model.applyAsDouble(mixed);
      }
    }
    return outputs;
  }
}
