package org.sibyl.learning.riskcontrol.width;

import java.util.Arrays;

/**
 * The probability that all order statistics of a uniform sample stay within bounds.
 *
 * <p>How many of n are below u is a Poisson process of rate n, given that it has come to n at 1. It
 * is followed from bound to bound; at each, the counts that break it are dropped (Khmaladze and
 * Shinjikashvili 2001, Calculation of noncrossing probabilities for Poisson processes and its
 * corollaries). All terms are positive, so that nothing cancels. Between two bounds few arrive, and
 * counts that break no bound are some sqrt(n) many: about n^1.5 steps.
 */
final class OrderStatistics {
  private static final double NEGLIGIBLE = 1e-25; // of the law of arrivals between two bounds
  private static final int STIRLING = 50; // from here on its series is right to rounding

  private final int n;
  private double[] law;
  private double[] next;
  private final double[] arrivals; // between two bounds
  private int least; // count that has a probability
  private int most;

  private OrderStatistics(int n) {
    this.n = n;
    this.law = new double[n + 1];
    this.next = new double[n + 1];
    this.arrivals = new double[n + 1];
    law[0] = 1;
  }

  /**
   * P(low[i] at most U(i) at most 1 - low[n + 1 - i], for all i = 1..n).
   *
   * @param low bounds in [0, 1), ascending from low[1] on; low[0] is not used
   */
  static double within(double[] low) {
    int n = low.length - 1;
    OrderStatistics counts = new OrderStatistics(n);
    int lower = 1; // the next to come of the lower and of the upper bounds
    int upper = 1;
    double at = 0;
    while (lower <= n || upper <= n) {
      double lowerAt = lower <= n ? low[lower] : 1;
      double upperAt = upper <= n ? 1 - low[n + 1 - upper] : 1;
      double bound = Math.min(lowerAt, upperAt);
      counts.advance(bound - at);
      at = Math.max(at, bound);
      if (lower <= n && lowerAt <= upperAt) {
        counts.keepBelow(lower++);
      } else {
        counts.keepFrom(upper++);
      }
    }
    counts.advance(1 - at);
    return counts.most < n ? 0 : counts.law[n] / chanceOfMean(n);
  }

  /** Fewer than i have come before the lower bound of the i-th. */
  private void keepBelow(int i) {
    for (; most >= i; most--) {
      law[most] = 0;
    }
  }

  /** At least i have come at the upper bound of the i-th. */
  private void keepFrom(int i) {
    for (; least < i; least++) {
      law[least] = 0;
    }
  }

  private void advance(double time) {
    if (time <= 0 || most < least) {
      return;
    }
    int furthest = arrivals(n * time);
    int last = Math.min(n, most + furthest);
    Arrays.fill(next, least, last + 1, 0);
    for (int count = least; count <= most; count++) {
      double here = law[count];
      int room = Math.min(furthest, n - count);
      for (int more = 0; more <= room; more++) {
        next[count + more] += here * arrivals[more];
      }
    }
    double[] old = law;
    law = next;
    next = old;
    most = last;
  }

  /** Fills in the law of arrivals, up to the number of them that is returned. */
  private int arrivals(double mean) {
    arrivals[0] = StrictMath.exp(-mean);
    int count = 0;
    while (count < n && (count < mean || arrivals[count] > NEGLIGIBLE)) {
      count++;
      arrivals[count] = arrivals[count - 1] * mean / count;
    }
    return count;
  }

  /** The probability that a Poisson number of mean n is n. */
  private static double chanceOfMean(int n) {
    if (n < STIRLING) {
      double chance = StrictMath.exp(-n);
      for (int k = 1; k <= n; k++) {
        chance *= (double) n / k;
      }
      return chance;
    }
    double square = (double) n * n;
    double series = (1.0 / 12 - (1.0 / 360 - 1 / (1260 * square)) / square) / n;
    return StrictMath.exp(-series) / StrictMath.sqrt(2 * StrictMath.PI * n);
  }
}
