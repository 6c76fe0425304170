package org.sibyl.learning.neural;

import java.util.Arrays;

/**
 * Single precision. The product of matrices adds to a row of the result four or eight scaled rows
 * of b at a time, tile by tile, in loops that the compiler turns into vector instructions; dot
 * products it would not, because their order of summation counts.
 */
final class SinglePrecision implements Arithmetic<float[]> {
  static final SinglePrecision FLOATS = new SinglePrecision();

  private static final int TILE_COLUMNS = 512;
  private static final int TILE_ROWS = 16; // of b: 16 x 512 floats stay in the first cache
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
    multiply(rows, inner, columns, a, inner, 1, b, product);
  }

  @Override
  public void multiplyTransposed(
      int rows, int inner, int columns, float[] a, float[] b, float[] product) {
    multiply(rows, inner, columns, a, 1, rows, b, product);
  }

  /** The number of a in a row and an inner place is at row x across + inner x down. */
  private static void multiply(
      int rows,
      int inner,
      int columns,
      float[] a,
      int across,
      int down,
      float[] b,
      float[] product) {
    for (int column = 0; column < columns; column += TILE_COLUMNS) {
      int width = Math.min(TILE_COLUMNS, columns - column);
      int depth = TILE_ROWS * TILE_COLUMNS / width;
      for (int top = 0; top < inner; top += depth) {
        int end = Math.min(top + depth, inner);
        for (int row = 0; row < rows; row++) {
          int into = row * columns + column;
          if (top == 0) {
            Arrays.fill(product, into, into + width, 0);
          }
          addTile(top, end, a, row * across, down, b, column, columns, product, into, width);
        }
      }
    }
  }

  private static void addTile(
      int top,
      int end,
      float[] a,
      int start,
      int down,
      float[] b,
      int column,
      int columns,
      float[] product,
      int into,
      int width) {
    int k = top;
    for (; k + 4 <= end; k += 4) {
      int at = start + k * down;
      int from = k * columns + column;
      add4(
          a[at],
          a[at + down],
          a[at + 2 * down],
          a[at + 3 * down],
          b,
          from,
          columns,
          product,
          into,
          width);
    }
    for (; k < end; k++) {
      add1(a[start + k * down], b, k * columns + column, product, into, width);
    }
  }

  private static void add4(
      float f0,
      float f1,
      float f2,
      float f3,
      float[] b,
      int from,
      int columns,
      float[] product,
      int into,
      int width) {
    int from1 = from + columns;
    int from2 = from1 + columns;
    int from3 = from2 + columns;
    for (int j = 0; j < width; j++) {
      product[into + j] +=
          f0 * b[from + j] + f1 * b[from1 + j] + f2 * b[from2 + j] + f3 * b[from3 + j];
    }
  }

  private static void add1(
      float factor, float[] b, int from, float[] product, int into, int width) {
    for (int j = 0; j < width; j++) {
      product[into + j] += factor * b[from + j];
    }
  }

  @Override
  public void multiplyByTransposed(
      int rows, int inner, int columns, float[] a, float[] b, float[] product) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        product[row * columns + column] = dot(inner, a, row * inner, b, column * inner);
      }
    }
  }

  /** Four sums at once, since each addition waits for the one before. */
  private static float dot(int size, float[] a, int fromA, float[] b, int fromB) {
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    int k = 0;
    for (; k + 4 <= size; k += 4) {
      sum0 += a[fromA + k] * b[fromB + k];
      sum1 += a[fromA + k + 1] * b[fromB + k + 1];
      sum2 += a[fromA + k + 2] * b[fromB + k + 2];
      sum3 += a[fromA + k + 3] * b[fromB + k + 3];
    }
    for (; k < size; k++) {
      sum0 += a[fromA + k] * b[fromB + k];
    }
    return sum0 + sum1 + (sum2 + sum3);
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
      add1(1, row, 0, into, r * columns, columns);
    }
  }

  @Override
  public void sumRows(int rows, int columns, float[] from, float[] sum) {
    Arrays.fill(sum, 0, columns, 0);
    for (int row = 0; row < rows; row++) {
      add1(1, from, row * columns, sum, 0, columns);
    }
  }

  @Override
  public void addScaled(
      int size, double factor, float[] from, int fromStart, float[] into, int intoStart) {
    add1((float) factor, from, fromStart, into, intoStart, size);
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
