package org.sibyl.prediction;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * What the Predictor chooses from and how it is judged: a section of a scenario that learners and
 * metrics share.
 *
 * @param model the shape of models
 * @param loss of a prediction
 * @param regularization lambda, at least 0: lambda/2 times the squared norm is added to the mean
 *     loss
 * @param penaliseBias whether the last parameter is penalised too; false where the last feature is
 *     the constant
 * @param domain the parameters that are allowed
 */
@About("what the Predictor chooses from and how it is judged")
public record Task(
    @Parameter(value = "the shape of models", byDefault = "{type: linear}") ModelFamily model,
    @Parameter("how bad a prediction is") Loss loss,
    @Parameter(
            value = "lambda: half of it times the squared norm of theta is added to the mean loss",
            range = "[0, inf)",
            byDefault = "0")
        double regularization,
    @Parameter(
            value = "whether the last parameter, that of the constant feature, is penalised too",
            byDefault = "true")
        boolean penaliseBias,
    @Parameter(value = "the parameters that are allowed", byDefault = "{type: everywhere}")
        Domain domain) {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public Task {
    Check.within("regularization", regularization, NOT_NEGATIVE);
  }

  /** The problem on so many features. */
  public Problem on(int features) {
    ParametricClass hypotheses = model.on(features);
    int dimension = hypotheses.dimension();
    return new Problem(
        hypotheses,
        loss,
        regularization,
        penaliseBias ? dimension : dimension - 1,
        domain.checked(dimension));
  }
}
