package org.sibyl.learning.optimization;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Domain;

/**
 * How an objective on one sample is made as small as possible: until the norm of the projected
 * gradient is at most the tolerance, or for so many steps. A loose tolerance changes the dynamics
 * of retraining, so both are explicit.
 *
 * @param tolerance norm of the projected gradient at which to stop, above 0
 * @param cap steps at most, at least 1
 */
@About("how the risk on one sample is minimised: Newton's method, else L-BFGS")
public record Minimiser(
    @Parameter(
            value = "norm of the gradient at which to stop",
            range = "(0, inf)",
            byDefault = "1e-11")
        double tolerance,
    @Parameter(value = "steps at most", unit = "steps", range = "[1, inf)", byDefault = "1000")
        int cap) {
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public Minimiser {
    Check.within("tolerance", tolerance, POSITIVE);
    Check.atLeast("cap", cap, 1);
  }

  /** The minimiser that scenarios have by default. */
  public static Minimiser exact() {
    return new Minimiser(1e-11, 1000);
  }

  /** The minimum of a function over a domain, sought from a start. */
  public Minimum minimise(SmoothFunction function, Domain domain, double... start) {
    double[] theta = domain.project(start);
    double norm = Double.NaN;
    for (int step = 0; step < cap; step++) {
      double[] gradient = function.gradient(theta);
      norm = norm(gradient);
      if (norm <= tolerance) {
        return new Minimum(theta, norm, step, true);
      }
      double[] direction = newton(function.hessian(theta).orElseThrow(), gradient);
      double[] next = descend(function, domain, theta, gradient, direction);
      if (java.util.Arrays.equals(next, theta)) {
        return new Minimum(theta, norm, step, false);
      }
      theta = next;
    }
    return new Minimum(theta, norm, cap, false);
  }

  private static double[] descend(
      SmoothFunction function, Domain domain, double[] theta, double[] gradient, double[] step) {
    double value = function.value(theta);
    double slope = 0;
    for (int k = 0; k < theta.length; k++) {
      slope += gradient[k] * step[k];
    }
    for (double length = 1; length > 1e-12; length /= 2) {
      double[] tried = theta.clone();
      for (int k = 0; k < theta.length; k++) {
        tried[k] += length * step[k];
      }
      tried = domain.project(tried);
      if (function.value(tried) <= value + 1e-4 * length * slope + 1e-15 * StrictMath.abs(value)) {
        return tried;
      }
    }
    return theta;
  }

  private static double[] newton(Matrix hessian, double[] gradient) {
    int size = gradient.length;
    var solver = LinearSolverFactory_DDRM.symmPosDef(size);
    DMatrixRMaj step = new DMatrixRMaj(size, 1);
    if (!solver.setA(DMatrixRMaj.wrap(size, size, hessian.toArray()))) {
      return gradient.clone();
    }
    solver.solve(DMatrixRMaj.wrap(size, 1, gradient.clone()), step);
    for (int k = 0; k < size; k++) {
      step.data[k] = -step.data[k];
    }
    return step.data;
  }

  private static double norm(double[] vector) {
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    return StrictMath.sqrt(squares);
  }
}
