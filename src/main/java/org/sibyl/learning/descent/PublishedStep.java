package org.sibyl.learning.descent;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Problem;

/**
 * The step of the published credit experiments of repeated gradient descent (Perdomo et al. 2020,
 * section 5.2 and its notebook): 2 / (smoothness + 2 lambda), where the smoothness of the logistic
 * loss is bounded by the sum of squared features over four times the number of people, the features
 * being those just observed.
 */
@About(
    value = "2 / (smoothness + 2 lambda) of the logistic loss on the features just observed",
    source = "Perdomo et al. 2020, section 5.2, as coded")
public record PublishedStep() implements StepSize {
  @Override
  public double on(Problem problem, Cohort cohort) {
    Matrix features = cohort.features();
    double[] row = new double[features.columns()];
    double squares = 0;
    for (int i = 0; i < features.rows(); i++) {
      features.copyRow(i, row);
      squares += Vectors.dot(row, row);
    }
    double smoothness = squares / (4.0 * features.rows());
    return 2 / (smoothness + 2 * problem.regularization());
  }
}
