package org.sibyl.prediction;

import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/**
 * The white-box derivative of data in the deployed parameters, noise held fixed: implemented beside
 * the behavior or outcome that it differentiates (reparametrised simulators, feedback F4).
 */
public interface ShiftGradient {
  /**
   * Adds the sum over individuals of (dz/dtheta) transposed times the slope of something in z = (x,
   * y).
   *
   * @param deployed the model whose deployment induced the cohort
   * @param cohort what was observed
   * @param featureSlopes derivative of the sum in everyone's features
   * @param outcomeSlopes derivative of the sum in everyone's outcome
   * @param into added to, one entry for each parameter
   */
  void addShiftGradient(
      Parametric deployed,
      Cohort cohort,
      Matrix featureSlopes,
      Column outcomeSlopes,
      double[] into);
}
