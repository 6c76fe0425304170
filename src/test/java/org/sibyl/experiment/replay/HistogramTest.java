package org.sibyl.experiment.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.numeric.Column;

/** Histograms in bins that are a power of two wide, and values in a byte. */
class HistogramTest {
  private static double[] normal(int size, double mean, double deviation) {
    var random = RandomSource.L64_X128_MIX.create(3L);
    return random
        .doubles(size)
        .map(u -> mean + deviation * (u + random.nextDouble() - 1))
        .toArray();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1000, -7.25, 1e-9, -1e5})
  void countsAreThoseOfTheBins(double mean) {
    double[] values = normal(500, mean, 2);
    Histogram histogram = Histogram.of(Column.of(values));
    double width = Math.scalb(1.0, histogram.exponent());
    assertThat(histogram.counts().length).isBetween(17, Histogram.MOST_BINS);
    assertThat(histogram.total()).isEqualTo(500);
    for (long k = histogram.first(); k < histogram.end(); k++) {
      double low = k * width;
      double high = (k + 1) * width;
      assertThat((long) histogram.count(k))
          .isEqualTo(Arrays.stream(values).filter(v -> low <= v && v < high).count());
    }
  }

  @Test
  void coarserBinsAreThoseOfTheValues() {
    double[] values = normal(300, -0.3, 1);
    Histogram fine = Histogram.of(Column.of(values));
    Histogram coarse = fine.coarsened(fine.exponent() + 3);
    double width = Math.scalb(1.0, coarse.exponent());
    assertThat(coarse.total()).isEqualTo(300);
    for (long k = coarse.first(); k < coarse.end(); k++) {
      long bin = k;
      assertThat((long) coarse.count(k))
          .isEqualTo(Arrays.stream(values).filter(v -> Math.floor(v / width) == bin).count());
    }
  }

  @Test
  void whatIsNoNumberIsLeftOut() {
    Column odd = Column.of(Double.NaN, 1, Double.POSITIVE_INFINITY, 1, Double.NEGATIVE_INFINITY);
    assertThat(Histogram.of(odd).total()).isEqualTo(2);
    assertThat(Histogram.of(Column.of(Double.NaN)).isEmpty()).isTrue();
    assertThat(Histogram.of(Column.of(0, 0)).total()).isEqualTo(2);
  }

  @Test
  void fewValuesAreKeptExactly() {
    Levels levels = Levels.of(0.95, 0.4, Double.NaN, 0.4, -3);
    assertThat(levels.values()).containsExactly(-3, 0.4, 0.95);
    assertThat(levels.code(0.4)).isEqualTo(1);
    assertThat(levels.code(Double.NaN)).isEqualTo(Levels.NONE);
  }

  @Test
  void manyValuesAreKeptToHalfALevel() {
    double[] values = normal(2000, 5, 1);
    Levels levels = Levels.of(values);
    double[] kept = levels.values();
    assertThat(kept).hasSize(255).isSorted();
    double half = (kept[254] - kept[0]) / 254 / 2;
    for (double value : values) {
      assertThat(Math.abs(kept[levels.code(value)] - value)).isLessThanOrEqualTo(half * 1.000001);
    }
  }
}
