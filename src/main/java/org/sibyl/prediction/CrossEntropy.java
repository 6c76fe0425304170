package org.sibyl.prediction;

import org.sibyl.numeric.About;

/**
 * The negative log-likelihood of a label in [0, 1] whose probability is predicted: -y log p - (1 -
 * y) log(1 - p). Below {@link #FLOOR} each logarithm goes on as its tangent, so that the loss is
 * finite, convex and differentiable at every number: a prediction of 0 for a label 1 costs 1 -
 * log(FLOOR) = 28.63, and a forecast of exactly the label costs nothing.
 */
@About("negative log-likelihood of a label in [0, 1] whose probability is predicted")
public record CrossEntropy() implements Loss {
  /** The probability below which the logarithm is continued as a straight line. */
  public static final double FLOOR = 1e-12;

  @Override
  public double value(double prediction, double outcome) {
    return -outcome * logarithm(prediction) - (1 - outcome) * logarithmOfComplement(prediction);
  }

  @Override
  public double slope(double prediction, double outcome) {
    return (1 - outcome) / StrictMath.max(1 - prediction, FLOOR)
        - outcome / StrictMath.max(prediction, FLOOR);
  }

  @Override
  public double curvature(double prediction, double outcome) {
    return outcome * fall(prediction) + (1 - outcome) * fall(1 - prediction);
  }

  @Override
  public double outcomeSlope(double prediction, double outcome) {
    return logarithmOfComplement(prediction) - logarithm(prediction);
  }

  private static double logarithm(double probability) {
    return probability >= FLOOR
        ? StrictMath.log(probability)
        : StrictMath.log(FLOOR) + (probability - FLOOR) / FLOOR;
  }

  /** By log1p where the probability is small, so that nothing is lost. */
  private static double logarithmOfComplement(double probability) {
    return StrictMath.abs(probability) < 0.5
        ? StrictMath.log1p(-probability)
        : logarithm(1 - probability);
  }

  /** How fast the slope of the logarithm falls. */
  private static double fall(double probability) {
    return probability >= FLOOR ? 1 / (probability * probability) : 0;
  }
}
