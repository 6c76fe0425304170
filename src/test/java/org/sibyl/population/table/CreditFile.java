package org.sibyl.population.table;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.sibyl.Shared;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Sample;

/** The real credit data, for tests that have it, and what tests compute from samples. */
final class CreditFile {
  private CreditFile() {}

  static Path path() {
    return Shared.path("data/credit_data.csv.gz");
  }

  /** The balanced sample of the published experiments, in the units of the file. */
  static Sample balanced() {
    return all(
        new Table(
            path(),
            "SeriousDlqin2yrs",
            List.of(""),
            IncompleteRows.DROP,
            false,
            false,
            OptionalInt.of(10_000)));
  }

  static Sample all(FeatureSource source) {
    FeatureSource prepared = source.prepared();
    return prepared.draw(prepared.fixedSize().orElseThrow(), Randomness.of(0).at(Draw.FEATURES, 0));
  }

  /** The rows of one label. */
  static Sample ofLabel(Sample sample, double label) {
    int[] rows = new int[sample.size()];
    int count = 0;
    for (int row = 0; row < sample.size(); row++) {
      if (sample.labels().get(row) == label) {
        rows[count++] = row;
      }
    }
    return sample.rows(Arrays.copyOf(rows, count));
  }

  /** Pearson's correlation of two columns. */
  static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }

  /** The largest distance of two empirical distribution functions; both arrays sorted. */
  static double kolmogorov(double[] a, double[] b) {
    double largest = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      double at = Math.min(a[i], b[j]);
      while (i < a.length && a[i] <= at) {
        i++;
      }
      while (j < b.length && b[j] <= at) {
        j++;
      }
      largest = Math.max(largest, Math.abs((double) i / a.length - (double) j / b.length));
    }
    return largest;
  }

  static double[] sorted(Sample sample, int feature) {
    double[] values = sample.features().column(feature).toArray();
    Arrays.sort(values);
    return values;
  }
}
