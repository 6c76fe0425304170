package org.sibyl.prediction;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;

/**
 * A task on features that are known: regularised risk over a hypothesis class. The risk is the mean
 * loss over the labelled of a cohort plus half of the regularization times the squared norm of the
 * penalised parameters.
 *
 * @param hypotheses the models
 * @param loss of a prediction
 * @param regularization lambda, at least 0
 * @param penalised how many parameters, from the first on, are penalised
 * @param domain the parameters that are allowed
 */
public record Problem(
    ParametricClass hypotheses, Loss loss, double regularization, int penalised, Domain domain)
    implements Objective {

  /** Number of parameters. */
  public int dimension() {
    return hypotheses.dimension();
  }

  /** The model of these parameters. */
  public Parametric model(double... theta) {
    return hypotheses.model(theta);
  }

  @Override
  public double value(double[] theta, Cohort cohort) {
    return meanLoss(predictions(theta, cohort), cohort) + penalty(theta);
  }

  /** The mean loss of these predictions over the labelled of a cohort; NaN when nobody is. */
  public double meanLoss(Column predictions, Cohort cohort) {
    double[] losses = new double[cohort.size()];
    int counted = 0;
    for (int i = 0; i < losses.length; i++) {
      double outcome = cohort.outcomes().get(i);
      if (!Double.isNaN(outcome)) {
        losses[counted++] = loss.value(predictions.get(i), outcome);
      }
    }
    return Column.owning(java.util.Arrays.copyOf(losses, counted)).mean();
  }

  /** Half of the regularization times the squared norm of the penalised parameters. */
  public double penalty(double... theta) {
    double squares = 0;
    for (int k = 0; k < penalised; k++) {
      squares += theta[k] * theta[k];
    }
    return regularization / 2 * squares;
  }

  @Override
  public double[] gradient(double[] theta, Cohort cohort) {
    return at(theta, cohort).gradient();
  }

  /** Value, gradient and Hessian at one theta, for the price of scoring everyone once. */
  public LocalRisk at(double[] theta, Cohort cohort) {
    return new LocalRisk(this, theta, cohort);
  }

  /** The slope of the mean loss in everyone's features, cohort x features. */
  public Matrix meanFeatureSlopes(double[] theta, Cohort cohort) {
    LocalRisk here = at(theta, cohort);
    Parametric model = here.model();
    Column slopes = here.slopes();
    int features = cohort.features().columns();
    double[] all = new double[cohort.size() * features];
    double[] shown = new double[features];
    double[] direction = new double[features];
    for (int i = 0; i < cohort.size(); i++) {
      cohort.features().copyRow(i, shown);
      model.featureGradient(shown, direction);
      for (int k = 0; k < features; k++) {
        all[i * features + k] = slopes.get(i) * direction[k];
      }
    }
    return Matrix.of(cohort.size(), features, all);
  }

  /** The slope of the mean loss in everyone's outcome. */
  public Column meanOutcomeSlopes(double[] theta, Cohort cohort) {
    Column predictions = predictions(theta, cohort);
    Column outcomes = cohort.outcomes();
    int labelled = labelled(outcomes);
    return Column.generate(
        outcomes.size(),
        i ->
            Double.isNaN(outcomes.get(i))
                ? 0
                : loss.outcomeSlope(predictions.get(i), outcomes.get(i)) / labelled);
  }

  /**
   * The Hessian, dimension x dimension; empty where models are not linear in theta, so that it is
   * not known exactly.
   */
  public Optional<Matrix> hessian(double[] theta, Cohort cohort) {
    return at(theta, cohort).hessian();
  }

  /** What the model of these parameters predicts for a cohort. */
  public Column predictions(double[] theta, Cohort cohort) {
    return predictions(model(theta), cohort);
  }

  Column predictions(Parametric model, Cohort cohort) {
    return model.predict(cohort.features(), idle());
  }

  static int labelled(Column outcomes) {
    int labelled = 0;
    for (int i = 0; i < outcomes.size(); i++) {
      labelled += Double.isNaN(outcomes.get(i)) ? 0 : 1;
    }
    return labelled;
  }

  /** Parametric models are not randomised, so no stream of a run is spent on evaluating them. */
  private static UniformRandomProvider idle() {
    return Randomness.of(0).at(Draw.DEPLOYMENT, 0);
  }
}
