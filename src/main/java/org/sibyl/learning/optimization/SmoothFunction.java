package org.sibyl.learning.optimization;

import java.util.Optional;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.LocalRisk;
import org.sibyl.prediction.Problem;

/** A function of parameters, to be made small. */
public interface SmoothFunction {
  /** Its value. */
  double value(double[] theta);

  /** Its gradient; a new array. */
  double[] gradient(double[] theta);

  /** Its Hessian, where it is known exactly. */
  Optional<Matrix> hessian(double[] theta);

  /** All three at one theta: for functions that can share work between them. */
  default Local at(double[] theta) {
    SmoothFunction whole = this;
    double[] there = theta.clone();
    return new Local() {
      @Override
      public double value() {
        return whole.value(there);
      }

      @Override
      public double[] gradient() {
        return whole.gradient(there);
      }

      @Override
      public Optional<Matrix> hessian() {
        return whole.hessian(there);
      }
    };
  }

  /** A function around one theta. */
  interface Local {
    /** The value there. */
    double value();

    /** The gradient there; a new array. */
    double[] gradient();

    /** The Hessian there, where it is known exactly. */
    Optional<Matrix> hessian();
  }

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

      @Override
      public Local at(double[] theta) {
        LocalRisk risk = problem.at(theta, cohort);
        return new Local() {
          @Override
          public double value() {
            return risk.value();
          }

          @Override
          public double[] gradient() {
            return risk.gradient();
          }

          @Override
          public Optional<Matrix> hessian() {
            return risk.hessian();
          }
        };
      }
    };
  }
}
