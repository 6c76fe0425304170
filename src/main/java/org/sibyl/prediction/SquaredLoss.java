package org.sibyl.prediction;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * The squared difference of prediction and outcome, times a factor: textbooks take 1 or 1/2.
 *
 * @param factor above 0
 */
@About("squared difference of prediction and outcome, times a factor")
public record SquaredLoss(
    @Parameter(value = "what the square is multiplied with", range = "(0, inf)", byDefault = "0.5")
        double factor)
    implements Loss {
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public SquaredLoss {
    Check.within("factor", factor, POSITIVE);
  }

  /** The plain square, as in a Brier score. */
  public static SquaredLoss plain() {
    return new SquaredLoss(1);
  }

  @Override
  public double value(double prediction, double outcome) {
    return factor * (prediction - outcome) * (prediction - outcome);
  }

  @Override
  public double slope(double prediction, double outcome) {
    return 2 * factor * (prediction - outcome);
  }

  @Override
  public double curvature(double prediction, double outcome) {
    return 2 * factor;
  }

  @Override
  public double outcomeSlope(double prediction, double outcome) {
    return 2 * factor * (outcome - prediction);
  }
}
