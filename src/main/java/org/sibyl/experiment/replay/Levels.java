package org.sibyl.experiment.replay;

import java.util.Arrays;

/**
 * The values that one byte can stand for: all of them where there are few, else evenly spaced ones.
 */
final class Levels {
  /** Stands for a value that is undefined. */
  static final int NONE = 255;

  private final double[] values;

  private Levels(double... values) {
    this.values = values;
  }

  /** The levels for these values, of which those that are not finite are undefined. */
  static Levels of(double... values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().distinct().toArray();
    if (sorted.length <= NONE) {
      return new Levels(sorted);
    }
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    double[] even = new double[NONE];
    for (int k = 0; k < NONE; k++) {
      double share = k / (NONE - 1.0);
      even[k] = low * (1 - share) + high * share;
    }
    return new Levels(even);
  }

  /** In ascending order. */
  double[] values() {
    return values.clone();
  }

  /** The number of the level nearest to a value. */
  int code(double value) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    int at = Arrays.binarySearch(values, value);
    if (at >= 0) {
      return at;
    }
    int above = StrictMath.min(-at - 1, values.length - 1);
    int below = StrictMath.max(above - 1, 0);
    return value - values[below] < values[above] - value ? below : above;
  }
}
