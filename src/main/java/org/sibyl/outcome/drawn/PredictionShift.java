package org.sibyl.outcome.drawn;

import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.ShiftGradient;

/**
 * The derivative of outcomes that depend on the deployed model through its predictions alone.
 *
 * @param slope derivative of an outcome in its prediction
 */
record PredictionShift(Slope slope) implements ShiftGradient {
  /** The derivative of an outcome in its prediction. */
  @FunctionalInterface
  interface Slope {
    /** The derivative for the individual at this position of a cohort. */
    double of(Cohort cohort, int position);
  }

  @Override
  public void addShiftGradient(
      Parametric deployed,
      Cohort cohort,
      Matrix featureSlopes,
      Column outcomeSlopes,
      double[] into) {
    deployed.addGradient(cohort.features(), inPredictions(cohort, outcomeSlopes), into);
  }

  @Override
  public void addFeatureSlopes(
      Parametric deployed, Cohort cohort, Column outcomeSlopes, double[] into) {
    Column slopes = inPredictions(cohort, outcomeSlopes);
    int columns = cohort.features().columns();
    double[] shown = new double[columns];
    double[] direction = new double[columns];
    for (int at = 0; at < cohort.size(); at++) {
      cohort.features().copyRow(at, shown);
      deployed.featureGradient(shown, direction);
      for (int k = 0; k < columns; k++) {
        into[at * columns + k] += slopes.get(at) * direction[k];
      }
    }
  }

  private Column inPredictions(Cohort cohort, Column outcomeSlopes) {
    return Column.generate(
        outcomeSlopes.size(), at -> slope.of(cohort, at) * outcomeSlopes.get(at));
  }
}
