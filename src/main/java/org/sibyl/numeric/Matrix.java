package org.sibyl.numeric;

import java.util.Arrays;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.mult.MatrixMatrixMult_DDRM;
import org.ejml.dense.row.mult.MatrixVectorMult_DDRM;

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

  /** The product with a vector: one sum for each row. */
  public Column times(double... vector) {
    Check.sameSize("vector", vector.length, "the matrix's rows", columns);
    double[] sums = new double[rows];
    MatrixVectorMult_DDRM.mult(view(), DMatrixRMaj.wrap(columns, 1, vector), vector(sums));
    return Column.owning(sums);
  }

  /**
   * Adds the product of the transposed matrix with a vector: the rows, each with its weight.
   *
   * @param weights one for each row
   * @param into added to, one entry for each column
   */
  public void addTransposedTimes(Column weights, double[] into) {
    Check.sameSize("weights", weights.size(), "the matrix", rows);
    Check.sameSize("sums", into.length, "the matrix's rows", columns);
    DMatrixRMaj sums = vector(into);
    MatrixVectorMult_DDRM.multAddTransA_reorder(view(), vector(weights.toArray()), sums);
  }

  /** The sum over rows of weight times row times row, transposed: columns x columns. */
  public Matrix gram(Column weights) {
    Check.sameSize("weights", weights.size(), "the matrix", rows);
    double[] weighted = new double[values.length];
    for (int i = 0; i < rows; i++) {
      double weight = weights.get(i);
      for (int k = i * columns; k < (i + 1) * columns; k++) {
        weighted[k] = weight * values[k];
      }
    }
    DMatrixRMaj gram = new DMatrixRMaj(columns, columns);
    MatrixMatrixMult_DDRM.multTransA_reorder(
        DMatrixRMaj.wrap(rows, columns, weighted), view(), gram);
    return new Matrix(columns, columns, gram.data);
  }

  /** The entries as the linear algebra library sees them: shared, so for reading only. */
  private DMatrixRMaj view() {
    return DMatrixRMaj.wrap(rows, columns, values);
  }

  private static DMatrixRMaj vector(double[] entries) {
    return DMatrixRMaj.wrap(entries.length, 1, entries);
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
