package org.sibyl.prediction;

import java.util.List;
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

  /**
   * Adds to the derivatives in everyone's features what features do to outcomes: an outcome that
   * depends on what people show, be it through the prediction, moves when they move.
   *
   * @param deployed the model whose deployment induced the cohort
   * @param cohort what was observed
   * @param outcomeSlopes derivative of the sum in everyone's outcome
   * @param into added to, row after row, an entry for each feature of each of the cohort
   */
  default void addFeatureSlopes(
      Parametric deployed, Cohort cohort, Column outcomeSlopes, double[] into) {
    // most do not depend on what people show
  }

  /**
   * Adds the derivative through several parts of the world, features and outcomes, and through the
   * features to the outcomes.
   *
   * @param shifts the parts
   * @param deployed the model whose deployment induced the cohort
   * @param cohort what was observed
   * @param featureSlopes derivative of the sum in everyone's features, outcomes held fixed
   * @param outcomeSlopes derivative of the sum in everyone's outcome
   * @param into added to, one entry for each parameter
   */
  static void addAll(
      List<ShiftGradient> shifts,
      Parametric deployed,
      Cohort cohort,
      Matrix featureSlopes,
      Column outcomeSlopes,
      double[] into) {
    double[] all = featureSlopes.toArray();
    shifts.forEach(shift -> shift.addFeatureSlopes(deployed, cohort, outcomeSlopes, all));
    Matrix slopes = Matrix.of(featureSlopes.rows(), featureSlopes.columns(), all);
    shifts.forEach(shift -> shift.addShiftGradient(deployed, cohort, slopes, outcomeSlopes, into));
  }
}
