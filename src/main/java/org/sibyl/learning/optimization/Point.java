package org.sibyl.learning.optimization;

import java.util.Arrays;
import java.util.Optional;
import org.sibyl.learning.DivergenceException;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Domain;

/** A visited point: each of its derivatives is computed when first asked for, once. */
final class Point {
  private final double[] theta;
  private final SmoothFunction.Local local;
  private final double value;
  private double[] gradient = new double[0];

  /**
   * Visits a point.
   *
   * @throws DivergenceException when the value there is not a number
   */
  Point(SmoothFunction function, double[] theta) {
    this.theta = theta;
    this.local = function.at(theta);
    this.value = number("the value", local.value());
  }

  double[] theta() {
    return theta;
  }

  double value() {
    return value;
  }

  double[] gradient() {
    if (gradient.length == 0) {
      double[] computed = local.gradient();
      for (int k = 0; k < computed.length; k++) {
        number("gradient[" + k + "]", computed[k]);
      }
      gradient = computed;
    }
    return gradient;
  }

  Optional<Matrix> hessian() {
    return local.hessian();
  }

  /** How far a unit step against the gradient leads within the domain; exact where it is free. */
  double stationarity(Domain domain) {
    double[] aim = Vectors.minus(theta, gradient());
    double[] projected = domain.project(aim);
    double squares = 0;
    for (int k = 0; k < theta.length; k++) {
      double moved = projected[k] == aim[k] ? gradient[k] : projected[k] - theta[k];
      squares += moved * moved;
    }
    return StrictMath.sqrt(squares);
  }

  private double number(String name, double number) {
    if (Double.isNaN(number)) {
      throw new DivergenceException(
          "minimiser: "
              + name
              + " is not a number at theta = "
              + Arrays.toString(Arrays.copyOf(theta, StrictMath.min(theta.length, 8)))
              + (theta.length > 8 ? " and so on" : "")
              + ". Maybe nobody is labelled, or a feature is missing.");
    }
    return number;
  }
}
