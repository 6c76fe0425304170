package org.sibyl.learning.omniprediction.auditor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Values;

/**
 * Points in the order of each feature, and where in that order a cut can lie: between values that
 * differ, as rules compare them. It is made once for all searches; its memory is one int for each
 * point and feature.
 *
 * <p>A cut divides all that is below it from the rest, so 0 is the same as -0, and whatever no
 * finite cut exceeds, infinity and NaN among it, counts as the greatest number.
 */
final class SortedPoints {
  private final Matrix features;
  private final int[] chosen; // features
  private final double[] cuts; // ascending; empty where all are allowed
  private final int[][] orders; // of each chosen feature: points, ~point after a cut

  private SortedPoints(Matrix features, int[] chosen, double[] cuts, int[][] orders) {
    this.features = features;
    this.chosen = chosen;
    this.cuts = cuts;
    this.orders = orders;
  }

  /**
   * Sorts.
   *
   * @param features points x features
   * @param chosen the features to cut, from 0; all when empty
   * @param cuts the only cuts allowed; all when empty
   */
  static SortedPoints of(Matrix features, List<Integer> chosen, Values cuts) {
    int[] columns =
        chosen.isEmpty()
            ? IntStream.range(0, features.columns()).toArray()
            : chosen.stream().mapToInt(Integer::intValue).toArray();
    for (int column : columns) {
      if (column >= features.columns()) {
        throw Check.invalid(
            "features", Integer.toString(column), "must be below " + features.columns());
      }
    }
    double[] allowed =
        Arrays.stream(cuts.given()).map(cut -> cut + 0.0).sorted().distinct().toArray();
    SortedPoints sorted = new SortedPoints(features, columns, allowed, new int[columns.length][]);
    for (int f = 0; f < columns.length; f++) {
      sorted.orders[f] = sorted.order(f);
    }
    return sorted;
  }

  private int[] order(int f) {
    double[] values = new double[features.rows()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(f, i);
    }
    int[] order = NumberOrder.of(values);
    double last = values.length == 0 ? 0 : values[order[0]];
    for (int place = 1; place < order.length; place++) {
      double value = values[order[place]];
      if (separated(last, value)) {
        order[place] = ~order[place];
      }
      last = value;
    }
    return order;
  }

  /** A feature as cuts see it: the greatest number instead of NaN, no -0. */
  private double value(int f, int point) {
    double value = features.get(point, chosen[f]);
    return value < Double.MAX_VALUE ? value + 0.0 : Double.MAX_VALUE;
  }

  private boolean separated(double less, double more) {
    return less < more && (cuts.length == 0 || listed(less) <= more);
  }

  /** The lowest allowed cut above a value; infinite when there is none. */
  private double listed(double value) {
    int found = Arrays.binarySearch(cuts, value);
    int next = found >= 0 ? found + 1 : -found - 1;
    return next < cuts.length ? cuts[next] : Double.POSITIVE_INFINITY;
  }

  /** How many points. */
  int size() {
    return orders.length == 0 ? features.rows() : orders[0].length;
  }

  /** One of the points, by a place in no particular order. */
  int any(int place) {
    return orders.length == 0 ? place : point(orders[0][place]);
  }

  /** How many features can be cut. */
  int features() {
    return orders.length;
  }

  /**
   * The points in the order of a feature, each as it is, or as its complement when a cut can lie
   * before it; not to be written to.
   */
  int[] of(int f) {
    return orders[f];
  }

  /** How many cuts there are, over all features. */
  long cuts() {
    long count = 0;
    for (int[] order : orders) {
      for (int code : order) {
        count += code < 0 ? 1 : 0;
      }
    }
    return count;
  }

  /** The number of a feature in the table of points. */
  int column(int f) {
    return chosen[f];
  }

  /** The cut before a place in a feature's order: midway, or the lowest one allowed. */
  double cut(int f, int place) {
    double less = value(f, point(orders[f][place - 1]));
    double more = value(f, point(orders[f][place]));
    double cut = cuts.length == 0 ? less / 2 + more / 2 : listed(less);
    return cut > less && cut <= more ? cut : more; // midway may round to the lesser one
  }

  /** The point of an entry in an order. */
  static int point(int code) {
    return code < 0 ? ~code : code;
  }

  /** Those below a cut, or those from it on. */
  SortedPoints side(int f, int place, boolean below) {
    boolean[] member = new boolean[features.rows()];
    for (int k = below ? 0 : place; k < (below ? place : size()); k++) {
      member[point(orders[f][k])] = true;
    }
    int count = below ? place : size() - place;
    int[][] kept = new int[orders.length][];
    for (int g = 0; g < kept.length; g++) {
      kept[g] = kept(orders[g], member, count);
    }
    return new SortedPoints(features, chosen, cuts, kept);
  }

  /** A cut before one of those left out is one before the next that is kept. */
  private static int[] kept(int[] order, boolean[] member, int count) {
    int[] kept = new int[count];
    int place = 0;
    boolean cut = false;
    for (int code : order) {
      cut |= code < 0;
      int point = point(code);
      if (member[point]) {
        kept[place] = cut && place > 0 ? ~point : point;
        place++;
        cut = false;
      }
    }
    return kept;
  }
}
