package org.sibyl.learning.descent;

import java.util.Optional;
import org.sibyl.learning.optimization.SmoothFunction;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Vectors;

/**
 * Half of the strength times the squared distance from a center.
 *
 * @param strength what a unit of squared distance costs, times two
 * @param center where it costs nothing
 */
public record Proximity(double strength, Column center) implements SmoothFunction {
  @Override
  public double value(double[] theta) {
    double distance = Vectors.distance(theta, center.toArray());
    return strength / 2 * distance * distance;
  }

  @Override
  public double[] gradient(double[] theta) {
    double[] from = Vectors.plus(theta, -1, center.toArray());
    return Vectors.plus(new double[theta.length], strength, from);
  }

  @Override
  public Optional<Matrix> hessian(double[] theta) {
    double[] hessian = new double[theta.length * theta.length];
    for (int k = 0; k < theta.length; k++) {
      hessian[k * theta.length + k] = strength;
    }
    return Optional.of(Matrix.of(theta.length, theta.length, hessian));
  }
}
