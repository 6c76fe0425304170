package org.sibyl.learning.neural;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/**
 * Single precision, with the products of EJML. Its product by a transpose is one of dots, which
 * takes twice as long as the others: layers transpose large matrices instead.
 */
final class SinglePrecision implements Arithmetic<float[]> {
  static final SinglePrecision FLOATS = new SinglePrecision();

  private static final int BLOCK = 16; // a line of the cache; 32 columns would drive each other out

  private SinglePrecision() {}

  @Override
  public float[] zeros(int size) {
    return new float[size];
  }

  @Override
  public double get(float[] numbers, int index) {
    return numbers[index];
  }

  @Override
  public void set(float[] numbers, int index, double value) {
    numbers[index] = (float) value;
  }

  @Override
  public void clear(float[] numbers, int size) {
    Arrays.fill(numbers, 0, size, 0);
  }

  @Override
  public void multiply(int rows, int inner, int columns, float[] a, float[] b, float[] product) {
    CommonOps_FDRM.mult(
        FMatrixRMaj.wrap(rows, inner, a),
        FMatrixRMaj.wrap(inner, columns, b),
        FMatrixRMaj.wrap(rows, columns, product));
  }

  @Override
  public void multiplyTransposed(
      int rows, int inner, int columns, float[] a, float[] b, float[] product) {
    CommonOps_FDRM.multTransA(
        FMatrixRMaj.wrap(inner, rows, a),
        FMatrixRMaj.wrap(inner, columns, b),
        FMatrixRMaj.wrap(rows, columns, product));
  }

  @Override
  public void multiplyByTransposed(
      int rows, int inner, int columns, float[] a, float[] b, float[] product) {
    CommonOps_FDRM.multTransB(
        FMatrixRMaj.wrap(rows, inner, a),
        FMatrixRMaj.wrap(columns, inner, b),
        FMatrixRMaj.wrap(rows, columns, product));
  }

  @Override
  public void transpose(int rows, int columns, float[] from, float[] into) {
    for (int top = 0; top < rows; top += BLOCK) {
      int bottom = Math.min(top + BLOCK, rows);
      for (int left = 0; left < columns; left += BLOCK) {
        int right = Math.min(left + BLOCK, columns);
        for (int row = top; row < bottom; row++) {
          for (int column = left; column < right; column++) {
            into[column * rows + row] = from[row * columns + column];
          }
        }
      }
    }
  }

  @Override
  public void addToEach(int rows, int columns, float[] row, float[] into) {
    for (int r = 0; r < rows; r++) {
      addScaled(columns, 1, row, 0, into, r * columns);
    }
  }

  @Override
  public void sumRows(int rows, int columns, float[] from, float[] sum) {
    Arrays.fill(sum, 0, columns, 0);
    for (int row = 0; row < rows; row++) {
      addScaled(columns, 1, from, row * columns, sum, 0);
    }
  }

  @Override
  public void addScaled(
      int size, double factor, float[] from, int fromStart, float[] into, int intoStart) {
    float scale = (float) factor;
    for (int k = 0; k < size; k++) {
      into[intoStart + k] += scale * from[fromStart + k];
    }
  }

  @Override
  public void rectify(int size, float[] values) {
    for (int k = 0; k < size; k++) {
      values[k] = Math.max(0, values[k]);
    }
  }

  @Override
  public void gate(int size, float[] values, float[] slopes) {
    for (int k = 0; k < size; k++) {
      slopes[k] = values[k] > 0 ? slopes[k] : 0;
    }
  }

  @Override
  public void scale(int size, float[] factors, float[] values) {
    for (int k = 0; k < size; k++) {
      values[k] *= factors[k];
    }
  }
}
