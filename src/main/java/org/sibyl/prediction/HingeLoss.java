package org.sibyl.prediction;

import org.sibyl.numeric.About;

/**
 * The hinge of support vector machines: how far a score falls short of 1 on the side of its label,
 * max(0, 1 - (2y - 1) s). Labels are 0 and 1, so 2y - 1 is the side. Convex in the score, with one
 * kink and no curvature: without regularization its minimisers need not be unique.
 */
@About("how far a score falls short of 1 on the side of its label, 0 or 1")
public record HingeLoss() implements Loss {
  @Override
  public double value(double prediction, double outcome) {
    return StrictMath.max(0, shortfall(prediction, outcome));
  }

  @Override
  public double slope(double prediction, double outcome) {
    return fromTheRight(shortfall(prediction, outcome), 1 - 2 * outcome);
  }

  @Override
  public double curvature(double prediction, double outcome) {
    return 0;
  }

  @Override
  public double outcomeSlope(double prediction, double outcome) {
    return fromTheRight(shortfall(prediction, outcome), -2 * prediction);
  }

  private static double shortfall(double prediction, double outcome) {
    return 1 - (2 * outcome - 1) * prediction;
  }

  /** The slope of the positive part of something that has this value and slope. */
  private static double fromTheRight(double value, double slope) {
    return value > 0 || value == 0 && slope > 0 ? slope : 0;
  }
}
