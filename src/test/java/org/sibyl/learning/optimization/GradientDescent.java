package org.sibyl.learning.optimization;

import org.sibyl.prediction.Domain;

/**
 * Projected gradient descent with halved steps: too slow to ship, too simple to be wrong. The
 * oracle of the minimiser.
 */
final class GradientDescent {
  private GradientDescent() {}

  /** The last of so many steps, or the first from which no step leads down. */
  static double[] minimise(SmoothFunction function, Domain domain, int steps, double... start) {
    double[] theta = domain.project(start);
    double length = 1;
    for (int step = 0; step < steps; step++) {
      double[] gradient = function.gradient(theta);
      double value = function.value(theta);
      length *= 2;
      double[] next = theta;
      while (length > 1e-16) {
        next = moved(domain, theta, gradient, length);
        double squares = 0;
        double slope = 0;
        for (int k = 0; k < theta.length; k++) {
          squares += (next[k] - theta[k]) * (next[k] - theta[k]);
          slope += gradient[k] * (next[k] - theta[k]);
        }
        if (function.value(next) <= value + slope + squares / (2 * length)) {
          break;
        }
        length /= 2;
      }
      theta = next;
    }
    return theta;
  }

  private static double[] moved(Domain domain, double[] theta, double[] gradient, double length) {
    double[] next = theta.clone();
    for (int k = 0; k < next.length; k++) {
      next[k] -= length * gradient[k];
    }
    return domain.project(next);
  }
}
