package org.sibyl.learning.search;

import java.util.Optional;
import org.sibyl.learning.optimization.SmoothFunction;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Problem;

/**
 * The performative risk as a fitted model has it: pooled residuals, moved to the mean that the
 * model foresees for theta, judged by theta.
 *
 * @param problem whose risk
 * @param statistic what moves
 * @param model of its mean
 * @param residuals people whose value is what the model left unexplained
 */
record PlugInRisk(Problem problem, Statistic statistic, MeanModel model, Cohort residuals)
    implements SmoothFunction {
  /** More parameters than these, and the Hessian costs more than it saves. */
  private static final int MOST = 50;

  @Override
  public double value(double[] theta) {
    return problem.value(theta, foreseen(theta));
  }

  @Override
  public double[] gradient(double[] theta) {
    Cohort cohort = foreseen(theta);
    Matrix slopes = statistic.slopes(problem, theta, cohort);
    double[] sums = new double[slopes.columns()];
    for (int k = 0; k < sums.length; k++) {
      sums[k] = slopes.column(k).sum();
    }
    return Vectors.plus(problem.gradient(theta, cohort), 1, model.gradient(theta, sums));
  }

  /** By central differences of the gradient: exact for the quadratic risks of linear problems. */
  @Override
  public Optional<Matrix> hessian(double[] theta) {
    int size = theta.length;
    if (size > MOST) {
      return Optional.empty();
    }
    double[] hessian = new double[size * size];
    for (int k = 0; k < size; k++) {
      double[] unit = new double[size];
      unit[k] = 1e-4 * StrictMath.max(1, StrictMath.abs(theta[k]));
      double[] above = gradient(Vectors.plus(theta, 1, unit));
      double[] below = gradient(Vectors.plus(theta, -1, unit));
      for (int l = 0; l < size; l++) {
        double second = (above[l] - below[l]) / (4 * unit[k]);
        hessian[k * size + l] += second;
        hessian[l * size + k] += second;
      }
    }
    return Optional.of(Matrix.of(size, size, hessian));
  }

  private Cohort foreseen(double... theta) {
    return statistic.moved(residuals, model.at(theta));
  }
}
