package org.sibyl.prediction;

import org.sibyl.numeric.About;

/**
 * The cosine of the prediction times the outcome: a risk with many hills and valleys, so that
 * stable, locally and globally optimal parameters differ. Minimisers find a valley, not the
 * deepest.
 */
@About("the cosine of the prediction times the outcome: many hills and valleys")
public record CosineLoss() implements Loss {
  @Override
  public double value(double prediction, double outcome) {
    return StrictMath.cos(prediction) * outcome;
  }

  @Override
  public double slope(double prediction, double outcome) {
    return -StrictMath.sin(prediction) * outcome;
  }

  @Override
  public double curvature(double prediction, double outcome) {
    return -StrictMath.cos(prediction) * outcome;
  }

  @Override
  public double outcomeSlope(double prediction, double outcome) {
    return StrictMath.cos(prediction);
  }
}
