package org.sibyl.prediction;

import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/** A model that is named by finitely many numbers, theta, and differentiable in them. */
public interface Parametric extends Model {
  /** The parameters, in the order of the hypothesis class; a copy. */
  double[] theta();

  /**
   * Adds the gradient in theta of the sum of slope times prediction: the chain rule's last step.
   *
   * @param features individuals x features
   * @param slopes one for each individual: what a unit of its prediction is worth
   * @param into added to, one entry for each parameter
   */
  void addGradient(Matrix features, Column slopes, double[] into);

  /**
   * The gradient of the prediction in the features of one individual: which way it would have to
   * move.
   *
   * @param features of the individual
   * @param into overwritten, one entry for each feature
   */
  void featureGradient(double[] features, double[] into);

  @Override
  default Scored scored() {
    return Scored.AFTER_RESPONSE;
  }
}
