package org.sibyl.learning.neural;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Double precision, written as the definitions read: the layers' oracle. */
final class DoublePrecision implements Arithmetic<double[]> {
  static final DoublePrecision DOUBLES = new DoublePrecision();

  private DoublePrecision() {}

  @Override
  public double[] zeros(int size) {
    return new double[size];
  }

  @Override
  public double get(double[] numbers, int index) {
    return numbers[index];
  }

  @Override
  public void set(double[] numbers, int index, double value) {
    numbers[index] = value;
  }

  @Override
  public void clear(double[] numbers, int size) {
    Arrays.fill(numbers, 0, size, 0);
  }

  @Override
  public void multiply(int rows, int inner, int columns, double[] a, double[] b, double[] product) {
    Arrays.fill(product, 0, rows * columns, 0);
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < inner; k++) {
        addScaled(columns, a[i * inner + k], b, k * columns, product, i * columns);
      }
    }
  }

  @Override
  public void multiplyTransposed(
      int rows, int inner, int columns, double[] a, double[] b, double[] product) {
    double[] transposed = new double[rows * inner];
    transpose(inner, rows, a, transposed);
    multiply(rows, inner, columns, transposed, b, product);
  }

  @Override
  public void multiplyByTransposed(
      int rows, int inner, int columns, double[] a, double[] b, double[] product) {
    double[] transposed = new double[columns * inner];
    transpose(columns, inner, b, transposed);
    multiply(rows, inner, columns, a, transposed, product);
  }

  @Override
  public void transpose(int rows, int columns, double[] from, double[] into) {
    for (int k = 0; k < rows * columns; k++) {
      into[k % columns * rows + k / columns] = from[k];
    }
  }

  @Override
  public void addToEach(int rows, int columns, double[] row, double[] into) {
    IntStream.range(0, rows).forEach(r -> addScaled(columns, 1, row, 0, into, r * columns));
  }

  @Override
  public void sumRows(int rows, int columns, double[] from, double[] sum) {
    clear(sum, columns);
    IntStream.range(0, rows).forEach(r -> addScaled(columns, 1, from, r * columns, sum, 0));
  }

  @Override
  public void addScaled(
      int size, double factor, double[] from, int fromStart, double[] into, int intoStart) {
    for (int k = 0; k < size; k++) {
      into[intoStart + k] += factor * from[fromStart + k];
    }
  }

  @Override
  public void rectify(int size, double[] values) {
    Arrays.setAll(values, k -> k < size && values[k] < 0 ? 0 : values[k]);
  }

  @Override
  public void gate(int size, double[] values, double[] slopes) {
    Arrays.setAll(slopes, k -> k < size && !(values[k] > 0) ? 0 : slopes[k]);
  }

  @Override
  public void scale(int size, double[] factors, double[] values) {
    Arrays.setAll(values, k -> k < size ? factors[k] * values[k] : values[k]);
  }
}
