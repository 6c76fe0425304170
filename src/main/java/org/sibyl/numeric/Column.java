package org.sibyl.numeric;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** One number per individual, immutable. Two columns are equal when all their bits are. */
public final class Column {
  /**
   * Sums run over blocks of this many values, in index order, so that they do not depend on who
   * asks.
   */
  private static final int BLOCK = 1024;

  private final double[] values;

  private Column(double[] values) {
    this.values = values;
  }

  /** A column of these values, which are copied. */
  public static Column of(double... values) {
    return new Column(values.clone());
  }

  /** The same value for everyone. */
  public static Column constant(int size, double value) {
    double[] values = new double[size];
    Arrays.fill(values, value);
    return new Column(values);
  }

  /** The value of each index. */
  public static Column generate(int size, IntToDoubleFunction value) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = value.applyAsDouble(i);
    }
    return new Column(values);
  }

  /**
   * A column that takes the array over without a copy: the way for kernels. The caller must not
   * touch the array again.
   */
  public static Column owning(double[] values) {
    return new Column(values);
  }

  /** Number of individuals. */
  public int size() {
    return values.length;
  }

  /** The value of individual {@code i}, 0-based. */
  public double get(int i) {
    return values[i];
  }

  /** The sum, over fixed blocks in index order; 0 for an empty column. */
  public double sum() {
    double total = 0;
    for (int from = 0; from < values.length; from += BLOCK) {
      double block = 0;
      for (int i = from; i < StrictMath.min(from + BLOCK, values.length); i++) {
        block += values[i];
      }
      total += block;
    }
    return total;
  }

  /** The arithmetic mean; NaN for an empty column. */
  public double mean() {
    return sum() / values.length;
  }

  /** The index of the first NaN, or -1. */
  public int firstNaN() {
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        return i;
      }
    }
    return -1;
  }

  /** A copy of the values. */
  public double[] toArray() {
    return values.clone();
  }

  /** The values as a matrix of one column, which shares them. */
  public Matrix asMatrix() {
    return Matrix.sharing(values.length, 1, values);
  }

  /** A 64-bit digest of all the bits, the same on every machine. */
  public long fingerprint() {
    long h = values.length;
    for (double v : values) {
      h = Mixing.mix(h + Double.doubleToLongBits(v)) + Mixing.GOLDEN;
    }
    return h;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Column c && Arrays.equals(values, c.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return values.length <= 8
        ? Arrays.toString(values)
        : "Column[size=" + values.length + ", mean=" + mean() + "]";
  }
}
