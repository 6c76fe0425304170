package org.sibyl.learning.retraining;

import org.sibyl.learning.Divergence;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;

/** What all iterations over parameters share: bounds, and standing still. */
public final class Steps {
  private Steps() {}

  /** Whether nobody's label is seen: such a round teaches nothing. */
  public static boolean isSilent(Cohort cohort) {
    for (int i = 0; i < cohort.size(); i++) {
      if (!Double.isNaN(cohort.outcomes().get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The next model to deploy: the old one when the new parameters are within the tolerance of it,
   * so that a run can end as stable.
   *
   * @throws org.sibyl.learning.DivergenceException when the new parameters left all bounds
   */
  public static Parametric kept(Problem problem, Parametric old, double[] next, double tolerance) {
    Divergence.check(next);
    return Vectors.distance(next, old.theta()) <= tolerance ? old : problem.model(next);
  }

  /**
   * The nearest allowed parameters to those that lie a step down a direction.
   *
   * @throws org.sibyl.learning.DivergenceException when they left all bounds
   */
  public static double[] down(Problem problem, double[] theta, double step, double... direction) {
    return Divergence.check(problem.domain().project(Vectors.plus(theta, -step, direction)));
  }
}
