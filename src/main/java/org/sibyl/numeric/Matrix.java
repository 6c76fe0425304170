package org.sibyl.numeric;

import java.util.Arrays;
import java.util.Objects;

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

  /**
   * A matrix of these values, row after row; they are copied.
   *
   * @throws IllegalArgumentException when there are not {@code rows} times {@code columns} values
   */
  public static Matrix of(int rows, int columns, double... values) {
    Check.atLeast("rows", rows, 0);
    Check.atLeast("columns", columns, 0);
    Check.sameSize("matrix", values.length, rows + " x " + columns, entries(rows, columns));
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

  /**
   * One entry, both indices 0-based.
   *
   * @throws IndexOutOfBoundsException when there is no such entry
   */
  public double get(int row, int column) {
    // A column too far would be an entry of the next row.
    return values[row * columns + Objects.checkIndex(column, columns)];
  }

  /**
   * One column; shared, not copied, when it is the only one.
   *
   * @throws IndexOutOfBoundsException when there is no such column
   */
  public Column column(int column) {
    Objects.checkIndex(column, columns);
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

  /**
   * Copies one row.
   *
   * @param into overwritten, one entry for each column
   * @throws IndexOutOfBoundsException when there is no such row
   */
  public void copyRow(int row, double[] into) {
    System.arraycopy(values, Objects.checkIndex(row, rows) * columns, into, 0, columns);
  }

  /** The column in which a row has its greatest absolute value, of equal ones the first. */
  public int dominantColumn(int row) {
    int dominant = 0;
    for (int k = 1; k < columns; k++) {
      dominant = StrictMath.abs(get(row, k)) > StrictMath.abs(get(row, dominant)) ? k : dominant;
    }
    return dominant;
  }

  /** The product with a vector: one sum for each row. */
  public Column times(double... vector) {
    Check.sameSize("vector", vector.length, "the matrix's rows", columns);
    double[] sums = new double[rows];
    for (int i = 0; i < rows; i++) {
      double sum = 0;
      for (int k = 0, entry = i * columns; k < columns; k++, entry++) {
        sum += values[entry] * vector[k];
      }
      sums[i] = sum;
    }
    return Column.owning(sums);
  }

  /**
   * Adds the product of the transposed matrix with a vector: the rows, each with its weight. A row
   * of weight 0 adds nothing, whatever is in it.
   *
   * @param weights one for each row
   * @param into added to, one entry for each column
   */
  public void addTransposedTimes(Column weights, double[] into) {
    Check.sameSize("weights", weights.size(), "the matrix", rows);
    Check.sameSize("sums", into.length, "the matrix's rows", columns);
    for (int i = 0; i < rows; i++) {
      double weight = weights.get(i);
      if (weight != 0) {
        addRow(i * columns, weight, into, 0, 0);
      }
    }
  }

  /**
   * The sum over rows of weight times row times row, transposed: columns x columns, symmetric to
   * the bit. A row of weight 0 adds nothing, whatever is in it.
   */
  public Matrix gram(Column weights) {
    Check.sameSize("weights", weights.size(), "the matrix", rows);
    double[] gram = new double[columns * columns];
    for (int i = 0; i < rows; i++) {
      double weight = weights.get(i);
      for (int k = 0; weight != 0 && k < columns; k++) {
        addRow(i * columns, weight * values[i * columns + k], gram, k * columns, k);
      }
    }
    for (int k = 0; k < columns; k++) {
      for (int m = 0; m < k; m++) {
        gram[k * columns + m] = gram[m * columns + k];
      }
    }
    return new Matrix(columns, columns, gram);
  }

  /**
   * Adds the row that begins at an entry, from a column on and weighted, to sums that do so too.
   */
  private void addRow(int entry, double weight, double[] sums, int sum, int from) {
    for (int k = from; k < columns; k++) {
      sums[sum + k] += weight * values[entry + k];
    }
  }

  /** A copy of the entries, row after row. */
  public double[] toArray() {
    return values.clone();
  }

  /** A 64-bit digest of all the bits, the same on every machine. */
  public long fingerprint() {
    return Mixing.mix(columns) + Column.owning(values).fingerprint();
  }

  private static int entries(int rows, int columns) {
    long entries = (long) rows * columns;
    if (entries > Integer.MAX_VALUE) {
      throw Check.invalid(
          "matrix", rows + " x " + columns, "has more entries than an array can hold");
    }
    return (int) entries;
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
