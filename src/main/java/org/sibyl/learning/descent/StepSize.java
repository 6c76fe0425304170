package org.sibyl.learning.descent;

import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Problem;

/** How far a gradient step goes, per unit of gradient. */
@FunctionalInterface
public interface StepSize {
  /** The step on this sample, above 0. */
  double on(Problem problem, Cohort cohort);
}
