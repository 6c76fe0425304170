package org.sibyl.experiment.replay;

import org.sibyl.numeric.Column;

/**
 * How often values fall into bins [k w, (k + 1) w) whose width w is a power of two. So any two
 * histograms can be brought to common bins without going back to the values, and a run can be
 * binned while its range is not yet known.
 *
 * @param exponent of the width: w = 2^exponent
 * @param first the number k of the first bin
 * @param counts of the bins from there on
 */
record Histogram(int exponent, long first, int... counts) {
  /** At most so many bins. */
  static final int MOST_BINS = 64;

  /** Bins are no finer than this, nor than the largest value times 2^{@value}. */
  private static final int FINEST = -20;

  private static final int FINEST_OF_ZERO = -60;

  /** The histogram of a column in the finest bins; values that are not finite are left out. */
  static Histogram of(Column column) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < column.size(); i++) {
      double value = column.get(i);
      if (Double.isFinite(value)) {
        low = StrictMath.min(low, value);
        high = StrictMath.max(high, value);
      }
    }
    if (low > high) {
      return new Histogram(FINEST_OF_ZERO, 0);
    }
    return counted(column, low, high);
  }

  private static Histogram counted(Column column, double low, double high) {
    double largest = StrictMath.max(StrictMath.abs(low), StrictMath.abs(high));
    int exponent = StrictMath.max(StrictMath.getExponent(largest) + FINEST, FINEST_OF_ZERO);
    while (bin(high, exponent) - bin(low, exponent) >= MOST_BINS) {
      exponent++;
    }
    long first = bin(low, exponent);
    int[] counts = new int[(int) (bin(high, exponent) - first) + 1];
    double scale = StrictMath.scalb(1.0, -exponent);
    for (int i = 0; i < column.size(); i++) {
      double value = column.get(i);
      if (Double.isFinite(value)) {
        counts[(int) ((long) StrictMath.floor(value * scale) - first)]++;
      }
    }
    return new Histogram(exponent, first, counts);
  }

  private static long bin(double value, int exponent) {
    return (long) StrictMath.floor(value * StrictMath.scalb(1.0, -exponent));
  }

  boolean isEmpty() {
    return counts.length == 0;
  }

  /** The number of the bin after the last. */
  long end() {
    return first + counts.length;
  }

  /** The same values in bins of a greater width. */
  Histogram coarsened(int greater) {
    Histogram result = this;
    while (result.exponent < greater) {
      result = result.doubled();
    }
    return result;
  }

  private Histogram doubled() {
    if (isEmpty()) {
      return new Histogram(exponent + 1, first);
    }
    long from = StrictMath.floorDiv(first, 2L);
    int[] merged = new int[(int) (StrictMath.floorDiv(end() - 1, 2L) - from) + 1];
    for (int k = 0; k < counts.length; k++) {
      merged[(int) (StrictMath.floorDiv(first + k, 2L) - from)] += counts[k];
    }
    return new Histogram(exponent + 1, from, merged);
  }

  /** The count of bin k, 0 outside. */
  int count(long k) {
    return k < first || k >= end() ? 0 : counts[(int) (k - first)];
  }

  /** All counts together. */
  long total() {
    long total = 0;
    for (int count : counts) {
      total += count;
    }
    return total;
  }
}
