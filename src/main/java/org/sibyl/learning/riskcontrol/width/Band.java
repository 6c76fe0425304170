package org.sibyl.learning.riskcontrol.width;

import java.util.OptionalDouble;
import org.sibyl.numeric.Check;
import org.sibyl.prediction.risk.RiskMeasure;

/**
 * A band that a distribution function of losses in [0, 1] stays within: wherever i losses of a
 * sample of n are at most x, F(x) is between the i-th bounds, for all x at once. It bounds every
 * measure of risk of the population, from above by the distribution that has as much as the band
 * allows at large losses, and from below likewise (Snell et al. 2022, Quantile risk control).
 * Immutable.
 */
public final class Band {
  private final double[] low;
  private final double[] high;

  private Band(double[] low, double[] high) {
    this.low = low;
    this.high = high;
  }

  /**
   * The band whose upper bounds mirror the lower ones: F(x) is at least low[i] where i losses are
   * at most x, and so 1 - F(x) is at least low[n - i].
   *
   * @param low bounds for i = 0..n, ascending from 0, below 1; not copied
   */
  static Band mirrored(double[] low) {
    int n = low.length - 1;
    double[] high = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      high[i] = 1 - low[n - i];
    }
    return new Band(low, high);
  }

  /** Losses that it is for. */
  public int sample() {
    return low.length - 1;
  }

  /** The least F(x) where i losses are at most x. */
  public double low(int i) {
    return low[i];
  }

  /** The greatest F(x) where i losses are at most x. */
  public double high(int i) {
    return high[i];
  }

  /**
   * R+: the greatest measure of a population that the band allows.
   *
   * @param ascending losses in [0, 1], in ascending order
   */
  public double highest(RiskMeasure measure, double... ascending) {
    double rest = 1 - measure.weightBelow(low[sample()]); // at the greatest loss, which is 1
    return rest + weighted(measure, low, ascending);
  }

  /**
   * R-: the least measure of a population that the band allows.
   *
   * @param ascending losses in [0, 1], in ascending order
   */
  public double lowest(RiskMeasure measure, double... ascending) {
    return weighted(measure, high, ascending); // what is left has no loss
  }

  private double weighted(RiskMeasure measure, double[] bounds, double[] ascending) {
    Check.sameSize("losses", ascending.length, "band", sample());
    double sum = 0;
    for (int i = 1; i <= ascending.length; i++) {
      double weight = measure.weightBelow(bounds[i]) - measure.weightBelow(bounds[i - 1]);
      sum += weight * ascending[i - 1];
    }
    return sum;
  }

  /**
   * The width before any sample is drawn: the largest R+ - R and R - R- of samples whose R+ is
   * within the level.
   *
   * <p>All three are linear in the sorted losses, and these are mixtures of samples of i losses of
   * 0 and n - i of 1. So the largest difference is that of the least concave function above the
   * points (R+, difference) of these samples.
   *
   * @return empty when no sample's R+ is within the level
   */
  OptionalDouble width(RiskMeasure measure, double level) {
    int n = sample();
    double[] risks = new double[n + 1]; // ascending: in the k-th, k of n losses are 1
    double[] above = new double[n + 1];
    double[] below = new double[n + 1];
    for (int ones = 0; ones <= n; ones++) {
      int zeros = n - ones;
      double weight = measure.weightBelow((double) zeros / n);
      risks[ones] = 1 - measure.weightBelow(low[zeros]);
      above[ones] = weight - measure.weightBelow(low[zeros]);
      below[ones] = measure.weightBelow(high[zeros]) - weight;
    }
    return risks[0] > level
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.max(largest(risks, above, level), largest(risks, below, level)));
  }

  /** The largest value of the least concave function above all points, at x within the level. */
  private static double largest(double[] x, double[] y, double level) {
    int[] hull = new int[x.length];
    int size = 0;
    for (int k = 0; k < x.length; k++) {
      while (size > 0 && x[hull[size - 1]] == x[k] && y[hull[size - 1]] <= y[k]) {
        size--;
      }
      if (size > 0 && x[hull[size - 1]] == x[k]) {
        continue;
      }
      while (size > 1 && !isAbove(x, y, hull[size - 2], hull[size - 1], k)) {
        size--;
      }
      hull[size++] = k;
    }
    double largest = y[hull[0]];
    for (int k = 1; k < size && x[hull[k - 1]] <= level; k++) {
      double from = x[hull[k - 1]];
      double share = Math.min(1, (level - from) / (x[hull[k]] - from));
      double start = y[hull[k - 1]];
      largest = Math.max(largest, start + share * (y[hull[k]] - start));
    }
    return largest;
  }

  /** Whether the middle point lies above the line between the two others. */
  private static boolean isAbove(double[] x, double[] y, int first, int middle, int last) {
    return (y[middle] - y[first]) * (x[last] - x[first])
        > (y[last] - y[first]) * (x[middle] - x[first]);
  }
}
