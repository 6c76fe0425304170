package org.sibyl.learning.omniprediction.auditor;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.sibyl.learning.omniprediction.Costs;

/**
 * The search for the cheapest stump or constant: one walk through the points in the order of each
 * feature. At a cut, the best decision below is the one whose costs so far are least, and the best
 * from there on the one whose remaining costs are; so all pairs take as long as one decision each.
 * Of equally cheap ones it takes constants first, then the first feature, cut, and decisions. A
 * pair of the same decision twice is a constant and is left out, lest rounding prefer it.
 */
final class StumpSearch {
  private final Costs costs;
  private final int[] among; // decisions, ascending
  private final double[] totals;
  private final double[] below;
  private Best best;

  private StumpSearch(SortedPoints points, Costs costs, int... among) {
    this.costs = costs;
    this.among = among;
    this.totals = totals(points, costs);
    this.below = new double[totals.length];
    this.best = constant();
  }

  /** The best with any decisions. */
  static Best of(SortedPoints points, Costs costs) {
    return of(points, costs, IntStream.range(0, costs.decisions()).toArray());
  }

  /** The best with some decisions, given in ascending order. */
  static Best of(SortedPoints points, Costs costs, int... among) {
    StumpSearch search = new StumpSearch(points, costs, among);
    for (int f = 0; f < points.features(); f++) {
      search.walk(f, points.of(f));
    }
    return search.best;
  }

  /** The best that decides the same everywhere. */
  static Best constant(SortedPoints points, Costs costs) {
    return new StumpSearch(points, costs, IntStream.range(0, costs.decisions()).toArray()).best;
  }

  private static double[] totals(SortedPoints points, Costs costs) {
    double[] totals = new double[costs.decisions()];
    for (int k = 0; k < points.size(); k++) {
      costs.addTo(points.any(k), totals);
    }
    return totals;
  }

  private Best constant() {
    int decision = among[0];
    for (int other : among) {
      decision = totals[other] < totals[decision] ? other : decision;
    }
    return Best.constant(decision, totals[decision]);
  }

  private void walk(int f, int... order) {
    Arrays.fill(below, 0);
    for (int place = 0; place < order.length; place++) {
      int code = order[place];
      if (code < 0) {
        consider(f, place);
      }
      costs.addTo(SortedPoints.point(code), below);
    }
  }

  private void consider(int f, int place) {
    int first = among[0];
    int second = among[0];
    double leastBelow = Double.POSITIVE_INFINITY;
    double leastFrom = Double.POSITIVE_INFINITY;
    for (int decision : among) {
      double before = below[decision];
      double after = totals[decision] - before;
      if (before < leastBelow) {
        first = decision;
        leastBelow = before;
      }
      if (after < leastFrom) {
        second = decision;
        leastFrom = after;
      }
    }
    if (first != second && leastBelow + leastFrom < best.cost()) {
      best = new Best(f, place, first, second, leastBelow + leastFrom);
    }
  }
}
