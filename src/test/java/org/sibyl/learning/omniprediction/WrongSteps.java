package org.sibyl.learning.omniprediction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Boosting on the product world with any step length, right or wrong, written out by hand: losses 1
 * - y and y times a scale, rules x and -x, and the best decisions of both losses.
 */
final class WrongSteps {
  private final double beta;
  private final double scale;
  private final double[][] model = {{0.5, 0.5}, {0.5, 0.5}}; // x = -1, 1; decisions -1, 1

  WrongSteps(double beta, double scale) {
    this.beta = beta;
    this.scale = scale;
  }

  /** The potentials of as many updates, or until no error is above the tolerance. */
  List<Double> potentials(int most, double tolerance, DoubleUnaryOperator eta) {
    List<Double> potentials = new ArrayList<>(List.of(potential()));
    while (potentials.size() <= most && update(tolerance, eta)) {
      potentials.add(potential());
    }
    return potentials;
  }

  private boolean update(double tolerance, DoubleUnaryOperator eta) {
    double greatest = tolerance;
    int[] rule = {};
    double slope = 0;
    for (double aSlope : new double[] {-scale, scale}) {
      for (int[] decided : new int[][] {{0, 1}, {1, 0}, best(aSlope)}) {
        if (Math.abs(error(aSlope, decided)) > greatest * (1 + 1e-9)) {
          greatest = Math.abs(error(aSlope, decided));
          rule = decided;
          slope = aSlope;
        }
      }
    }
    if (rule.length > 0) {
      double step = eta.applyAsDouble(error(slope, rule));
      for (int x = 0; x < 2; x++) {
        double moved = model[x][rule[x]] - step * slope;
        model[x][rule[x]] = Math.max(0, Math.min(1, moved));
      }
    }
    return rule.length > 0;
  }

  private int[] best(double slope) {
    return new int[] {best(slope, 0), best(slope, 1)};
  }

  private int best(double slope, int x) {
    return slope * model[x][1] < slope * model[x][0] ? 1 : 0;
  }

  private double truth(int x, int decision) {
    return 0.5 + (x == decision ? beta : -beta);
  }

  private double error(double slope, int... decided) {
    double sum = 0;
    for (int x = 0; x < 2; x++) {
      sum += slope * (model[x][decided[x]] - truth(x, decided[x])) / 2;
    }
    return sum;
  }

  private double potential() {
    double sum = 0;
    for (int x = 0; x < 2; x++) {
      for (int a = 0; a < 2; a++) {
        sum += (model[x][a] - truth(x, a)) * (model[x][a] - truth(x, a)) / 2;
      }
    }
    return sum;
  }
}
