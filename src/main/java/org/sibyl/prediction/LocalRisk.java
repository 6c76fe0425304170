package org.sibyl.prediction;

import java.util.Optional;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/**
 * A regularised risk around one theta: everyone is scored and judged once, for value, gradient and
 * Hessian alike.
 */
public final class LocalRisk {
  private final Problem problem;
  private final double[] theta;
  private final Cohort cohort;
  private final Parametric model;
  private final double value;
  private final Column slopes;
  private final Column curvatures;

  LocalRisk(Problem problem, double[] theta, Cohort cohort) {
    this.problem = problem;
    this.theta = theta.clone();
    this.cohort = cohort;
    this.model = problem.model(theta);
    int size = cohort.size();
    int labelled = Problem.labelled(cohort.outcomes());
    double[] losses = new double[labelled];
    double[] slopeOfEach = new double[size]; // 0, as the curvature, of those without a label
    double[] curvatureOfEach = new double[size];
    Column predictions = problem.predictions(model, cohort);
    int counted = 0;
    for (int i = 0; i < size; i++) {
      double outcome = cohort.outcomes().get(i);
      if (!Double.isNaN(outcome)) {
        Loss.Expansion loss = problem.loss().expansion(predictions.get(i), outcome);
        losses[counted++] = loss.value();
        slopeOfEach[i] = loss.slope() / labelled;
        curvatureOfEach[i] = loss.curvature() / labelled;
      }
    }
    this.value = Column.owning(losses).mean() + problem.penalty(theta);
    this.slopes = Column.owning(slopeOfEach);
    this.curvatures = Column.owning(curvatureOfEach);
  }

  /** The risk; NaN when nobody is labelled. */
  public double value() {
    return value;
  }

  /** Its gradient; a new array. */
  public double[] gradient() {
    double[] gradient = new double[theta.length];
    model.addGradient(cohort.features(), slopes, gradient);
    for (int k = 0; k < problem.penalised(); k++) {
      gradient[k] += problem.regularization() * theta[k];
    }
    return gradient;
  }

  /**
   * The Hessian, dimension x dimension; empty where models are not linear in theta, so that it is
   * not known exactly.
   */
  public Optional<Matrix> hessian() {
    if (!problem.hypotheses().isLinear()) {
      return Optional.empty();
    }
    Matrix ofLoss = cohort.features().gram(curvatures);
    if (problem.regularization() == 0) {
      return Optional.of(ofLoss);
    }
    double[] hessian = ofLoss.toArray();
    for (int k = 0; k < problem.penalised(); k++) {
      hessian[k * theta.length + k] += problem.regularization();
    }
    return Optional.of(Matrix.of(theta.length, theta.length, hessian));
  }

  /** The slope of everyone's loss in its prediction, over the number of labelled. */
  Column slopes() {
    return slopes;
  }

  Parametric model() {
    return model;
  }
}
