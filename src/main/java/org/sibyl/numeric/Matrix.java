package org.sibyl.numeric;

import java.util.Arrays;

/** A dense table, row = individual, column = feature; immutable, row-major. */
public final class Matrix {
  private final int rows;
  private final int columns;
  private final double[] values;

  private Matrix(int rows, int columns, double[] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /** A matrix of these values, row after row; they are copied. */
  public static Matrix of(int rows, int columns, double... values) {
    Check.sameSize("matrix", values.length, rows + " x " + columns, rows * columns);
    return new Matrix(rows, columns, values.clone());
  }

  /** For this package's own immutable arrays only. */
  static Matrix sharing(int rows, int columns, double[] values) {
    return new Matrix(rows, columns, values);
  }

  /** Number of individuals. */
  public int rows() {
    return rows;
  }

  /** Number of features. */
  public int columns() {
    return columns;
  }

  /** One entry, both indices 0-based. */
  public double get(int row, int column) {
    return values[row * columns + column];
  }

  /** One column; shared, not copied, when it is the only one. */
  public Column column(int column) {
    return columns == 1 ? Column.owning(values) : Column.generate(rows, i -> get(i, column));
  }

  /** The chosen rows, in the order given. */
  public Matrix rows(int... chosen) {
    double[] picked = new double[chosen.length * columns];
    for (int k = 0; k < chosen.length; k++) {
      System.arraycopy(values, chosen[k] * columns, picked, k * columns, columns);
    }
    return new Matrix(chosen.length, columns, picked);
  }

  /** A copy of the entries, row after row. */
  public double[] toArray() {
    return values.clone();
  }

  /** A 64-bit digest of all the bits, the same on every machine. */
  public long fingerprint() {
    return Mixing.mix(columns) + Column.owning(values).fingerprint();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Matrix m
            && columns == m.columns
            && rows == m.rows
            && Arrays.equals(values, m.values);
  }

  @Override
  public int hashCode() {
    return 31 * columns + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Matrix[" + rows + " x " + columns + "]";
  }
}
