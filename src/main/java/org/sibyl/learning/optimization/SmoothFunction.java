package org.sibyl.learning.optimization;

import java.util.Optional;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Problem;

/** A function of parameters, to be made small. */
public interface SmoothFunction {
  /** Its value. */
  double value(double[] theta);

  /** Its gradient; a new array. */
  double[] gradient(double[] theta);

  /** Its Hessian, where it is known exactly. */
  Optional<Matrix> hessian(double[] theta);

  /** The regularised risk on a cohort. */
  static SmoothFunction of(Problem problem, Cohort cohort) {
    return new SmoothFunction() {
      @Override
      public double value(double[] theta) {
        return problem.value(theta, cohort);
      }

      @Override
      public double[] gradient(double[] theta) {
        return problem.gradient(theta, cohort);
      }

      @Override
      public Optional<Matrix> hessian(double[] theta) {
        return problem.hessian(theta, cohort);
      }
    };
  }
}
