package org.sibyl.experiment.sweep;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;

/**
 * How many replicates a cell needs: a fixed number, or as many as it takes for the 95 % interval of
 * every chosen metric's mean to be narrow against that mean. Whether to go on is decided only when
 * all replicates up to a number that depends on earlier decisions are there, by those alone: so
 * neither the order in which trials finish nor an interruption changes it.
 *
 * @param minimum replicates that every cell gets, at least 1
 * @param maximum replicates that no cell exceeds
 * @param relativeHalfWidth half the interval's width over the mean's absolute value, above 0;
 *     infinite when the number is fixed
 */
public record Replication(int minimum, int maximum, double relativeHalfWidth) {
  private static final Range POSITIVE = Range.parse("(0, inf]");
  private static final double GROWTH = 1.5;

  public Replication {
    Check.atLeast("minimum", minimum, 1);
    Check.atLeast("maximum", maximum, minimum);
    Check.within("half-width", relativeHalfWidth, POSITIVE);
    if (relativeHalfWidth < Double.POSITIVE_INFINITY) {
      Check.atLeast("minimum", minimum, 2); // one replicate has no interval
    }
  }

  /** The same number for every cell. */
  public static Replication fixed(int replicates) {
    return new Replication(replicates, replicates, Double.POSITIVE_INFINITY);
  }

  /**
   * How many replicates a cell is to have, given what the first ones came to; the same number when
   * it has enough.
   *
   * @param metrics for each chosen metric its values in the replicates so far; NaN where a trial
   *     failed
   * @param replicates how many there are so far
   */
  public int after(int replicates, double[][] metrics) {
    if (replicates >= maximum
        || Arrays.stream(metrics).allMatch(values -> isNarrow(values, replicates))) {
      return replicates;
    }
    int more = StrictMath.max(replicates + 1, (int) StrictMath.ceil(replicates * GROWTH));
    return StrictMath.min(maximum, more);
  }

  private boolean isNarrow(double[] values, int replicates) {
    double[] sound =
        Arrays.stream(values, 0, replicates).filter(value -> !Double.isNaN(value)).toArray();
    Interval interval = Interval.ofMean(sound);
    return interval.halfWidth() <= relativeHalfWidth * StrictMath.abs(interval.mean());
  }

  /**
   * A mean with its 95 % interval by Student's t.
   *
   * @param mean the mean; NaN of no values
   * @param deviation the sample standard deviation; NaN of fewer than two values
   * @param halfWidth half the interval's width; infinite of fewer than two values
   */
  public record Interval(double mean, double deviation, double halfWidth) {
    /** The interval of independent values' mean, summed in their order. */
    public static Interval ofMean(double... values) {
      int count = values.length;
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      double mean = sum / count;
      if (count < 2) {
        return new Interval(mean, Double.NaN, Double.POSITIVE_INFINITY);
      }
      double squares = 0;
      for (double value : values) {
        squares += (value - mean) * (value - mean);
      }
      double deviation = StrictMath.sqrt(squares / (count - 1));
      double quantile = TDistribution.of(count - 1).inverseCumulativeProbability(0.975);
      return new Interval(mean, deviation, quantile * deviation / StrictMath.sqrt(count));
    }
  }
}
