package org.sibyl.prediction;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/**
 * The same number for everyone.
 *
 * @param number the only parameter
 */
public record ConstantModel(double number) implements Parametric {
  @Override
  public double[] theta() {
    return new double[] {number};
  }

  @Override
  public Column predict(Matrix features, UniformRandomProvider random) {
    return Column.constant(features.rows(), number);
  }

  @Override
  public void addGradient(Matrix features, Column slopes, double[] into) {
    into[0] += slopes.sum();
  }

  @Override
  public void featureGradient(double[] features, double[] into) {
    Arrays.fill(into, 0);
  }
}
