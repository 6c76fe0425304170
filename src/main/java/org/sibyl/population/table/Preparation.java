package org.sibyl.population.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.population.Sample;

/** The steps from the rows of a table to people that a learner can be given. */
final class Preparation {
  /** The name of the constant feature. */
  static final String BIAS = "bias";

  private Preparation() {}

  /**
   * Each feature less its mean, divided by its population standard deviation (the one with n below
   * the root, ddof 0).
   *
   * @throws IllegalArgumentException when a feature is the same for all or overflows
   */
  static Sample standardised(Sample sample) {
    int width = sample.features().columns();
    double[] means = new double[width];
    double[] deviations = new double[width];
    for (int k = 0; k < width; k++) {
      Column feature = sample.features().column(k);
      means[k] = feature.mean();
      deviations[k] = deviation(sample.names().get(k), feature, means[k]);
    }
    return standardised(sample, means, deviations);
  }

  /** Each feature less the given mean, divided by the given deviation. */
  static Sample standardised(Sample sample, double[] means, double[] deviations) {
    int width = sample.features().columns();
    double[] scaled = sample.features().toArray();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (scaled[i] - means[i % width]) / deviations[i % width];
    }
    return new Sample(sample.names(), Matrix.of(sample.size(), width, scaled), sample.labels());
  }

  private static double deviation(String name, Column feature, double mean) {
    if (isConstant(feature)) {
      throw new IllegalArgumentException(
          "column "
              + TableFileException.quoted(name)
              + " is "
              + feature.get(0)
              + " in every row, so it cannot be standardised. Add it to ignore.");
    }
    double deviation = StrictMath.sqrt(squares(feature, mean).mean());
    if (!(deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "column "
              + TableFileException.quoted(name)
              + " has standard deviation "
              + deviation
              + ", so it cannot be standardised. Give it in another unit.");
    }
    return deviation;
  }

  private static Column squares(Column feature, double mean) {
    return Column.generate(feature.size(), i -> (feature.get(i) - mean) * (feature.get(i) - mean));
  }

  /** Whether all values are the same: by comparing, as a computed variance may round to above 0. */
  static boolean isConstant(Column column) {
    for (int i = 1; i < column.size(); i++) {
      if (column.get(i) != column.get(0)) {
        return false;
      }
    }
    return true;
  }

  /** The first so many rows of each label, in order. */
  static Sample balanced(Sample sample, int atMostPerClass) {
    Map<Double, Integer> taken = new TreeMap<>();
    int[] kept = new int[sample.size()];
    int count = 0;
    for (int row = 0; row < sample.size(); row++) {
      double label = sample.labels().get(row) + 0.0; // -0 is 0
      if (taken.merge(label, 1, Integer::sum) <= atMostPerClass) {
        kept[count++] = row;
      }
    }
    return sample.rows(Arrays.copyOf(kept, count));
  }

  /** With a last feature that is 1 for everyone. */
  static Sample withBias(Sample sample) {
    if (sample.names().contains(BIAS)) {
      throw new IllegalArgumentException(
          "column '" + BIAS + "' is there already. Rename it, or write bias: false.");
    }
    List<String> names = new ArrayList<>(sample.names());
    names.add(BIAS);
    return new Sample(names, withOnes(sample.features()), sample.labels());
  }

  private static Matrix withOnes(Matrix features) {
    int width = features.columns() + 1;
    double[] wider = new double[features.rows() * width];
    Arrays.setAll(wider, at -> at % width == width - 1 ? 1 : features.get(at / width, at % width));
    return Matrix.of(features.rows(), width, wider);
  }
}
