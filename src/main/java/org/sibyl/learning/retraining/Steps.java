package org.sibyl.learning.retraining;

import org.sibyl.learning.Divergence;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;

/** What all iterations over parameters share: bounds, and standing still. */
final class Steps {
  private Steps() {}

  /**
   * The next model to deploy: the old one when the new parameters are within the tolerance of it,
   * so that a run can end as stable.
   *
   * @throws org.sibyl.learning.DivergenceException when the new parameters left all bounds
   */
  static Parametric kept(Problem problem, Parametric old, double[] next, double tolerance) {
    Divergence.check(next);
    double squares = 0;
    double[] theta = old.theta();
    for (int k = 0; k < next.length; k++) {
      squares += (next[k] - theta[k]) * (next[k] - theta[k]);
    }
    return StrictMath.sqrt(squares) <= tolerance ? old : problem.model(next);
  }
}
