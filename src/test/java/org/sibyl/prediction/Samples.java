package org.sibyl.prediction;

import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/** Cohorts of made-up people. */
public final class Samples {
  private Samples() {}

  /** A cohort with these features and labels. */
  public static Cohort cohort(Matrix features, Column outcomes) {
    int[] individuals = new int[features.rows()];
    for (int i = 0; i < individuals.length; i++) {
      individuals[i] = i;
    }
    return new Cohort(
        1,
        individuals,
        features,
        Column.constant(individuals.length, Double.NaN),
        outcomes,
        Optional.empty(),
        Optional.empty());
  }

  /** Standard normal features; the last is the constant 1. */
  public static Matrix features(int rows, int columns, long seed) {
    Random random = new Random(seed);
    double[] values = new double[rows * columns];
    for (int e = 0; e < values.length; e++) {
      values[e] = e % columns == columns - 1 ? 1 : random.nextGaussian();
    }
    return Matrix.of(rows, columns, values);
  }

  /** Labels 0 and 1 that follow a score of the features, with noise. */
  public static Cohort labelled(int rows, int columns, long seed) {
    Matrix features = features(rows, columns, seed);
    Random random = new Random(~seed);
    double[] weights = random.doubles(columns, -1, 1).toArray();
    Column scores = features.times(weights);
    return cohort(
        features,
        Column.generate(
            rows, i -> random.nextDouble() < 1 / (1 + Math.exp(-scores.get(i))) ? 1 : 0));
  }

  /** The same people with other outcomes. */
  public static Cohort with(Cohort cohort, IntToDoubleFunction outcome) {
    return cohort(cohort.features(), Column.generate(cohort.size(), outcome));
  }
}
