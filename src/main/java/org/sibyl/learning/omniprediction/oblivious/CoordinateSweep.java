package org.sibyl.learning.omniprediction.oblivious;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The best that one intercept or slope of a decider can do while the others stay: as it rises, one
 * vector of probabilities after the other is decided otherwise, at a critical value of its own. All
 * values between two critical ones are alike, so this is exact, in O(V (log V + k)).
 */
final class CoordinateSweep {
  private static final double NARROW = 1e-12;

  /**
   * What a coordinate is best set to.
   *
   * @param value of the coordinate
   * @param error of the aim's cell that this brings
   */
  record Best(double value, double error) {}

  /**
   * What is to be made great: the error of one cell, with a sign.
   *
   * @param cell the decision
   * @param sign 1 or -1
   */
  record Aim(int cell, int sign) {}

  private final Residuals residuals;
  private final double[] intercepts;
  private final double[] slopes;
  private final int decision;
  private final double[] criticals; // the vector gets the decision below that
  private final int[] otherwise; // what it gets else
  private final Aim aim;
  private double sum; // of the aim's cell
  private Best best = new Best(0, Double.NEGATIVE_INFINITY);

  /**
   * For a coordinate of one decision.
   *
   * @param ofSlope whether it is the slope, or else the intercept
   */
  CoordinateSweep(
      Residuals residuals,
      Aim aim,
      double[] intercepts,
      double[] slopes,
      int decision,
      boolean ofSlope) {
    this.residuals = residuals;
    this.aim = aim;
    this.intercepts = intercepts;
    this.slopes = slopes;
    this.decision = decision;
    criticals = new double[residuals.size()];
    otherwise = new int[residuals.size()];
    for (int vector = 0; vector < criticals.length; vector++) {
      otherwise[vector] = bestOther(vector);
      double spare = risk(vector, otherwise[vector]);
      criticals[vector] = ofSlope ? slope(vector, spare) : intercept(vector, spare);
    }
  }

  private double intercept(int vector, double spare) {
    return spare - slopes[decision] * residuals.probability(vector, decision);
  }

  private double slope(int vector, double spare) {
    double probability = residuals.probability(vector, decision);
    if (probability > 0) {
      return (spare - intercepts[decision]) / probability;
    }
    boolean taken =
        intercepts[decision] < spare
            || intercepts[decision] == spare && decision < otherwise[vector];
    return taken ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
  }

  private int bestOther(int vector) {
    int best = decision == 0 ? 1 : 0;
    for (int other = 0; other < slopes.length; other++) {
      if (other != decision && risk(vector, other) < risk(vector, best)) {
        best = other;
      }
    }
    return best;
  }

  private double risk(int vector, int other) {
    return intercepts[other] + slopes[other] * residuals.probability(vector, other);
  }

  Best best() {
    for (int vector = 0; vector < criticals.length; vector++) {
      add(vector, criticals[vector] > Double.NEGATIVE_INFINITY ? decision : otherwise[vector], 1);
    }
    int[] order =
        IntStream.range(0, criticals.length)
            .filter(vector -> Double.isFinite(criticals[vector]))
            .boxed()
            .sorted(Comparator.comparingDouble(vector -> criticals[vector]))
            .mapToInt(Integer::intValue)
            .toArray();
    consider(order.length == 0 ? 0 : criticals[order[0]] - 1);
    for (int place = 0; place < order.length; place++) {
      double critical = criticals[order[place]];
      add(order[place], decision, -1);
      add(order[place], otherwise[order[place]], 1);
      double next = place + 1 < order.length ? criticals[order[place + 1]] : critical + 2;
      if (next - critical > NARROW) {
        consider(critical + (next - critical) / 2);
      }
    }
    return best;
  }

  private void add(int vector, int to, int sign) {
    if (to == aim.cell()) {
      sum += sign * aim.sign() * residuals.mass(vector, to);
    }
  }

  private void consider(double value) {
    if (sum > best.error()) {
      best = new Best(value, sum);
    }
  }
}
