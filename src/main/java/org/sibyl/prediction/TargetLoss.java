package org.sibyl.prediction;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * The squared distance of the outcome from where it should be, times a factor: of a decision, such
 * as a price, that is judged by what comes of it and not by how well it foretells it (Ray et al.
 * 2022, where parking spaces are to be taken to 70 %). The prediction does not enter: whoever takes
 * outcomes as given has nothing to choose by but the task's regularization.
 *
 * @param target any finite number, in the unit of the outcome
 * @param factor above 0
 */
@About(
    value = "squared distance of the outcome from a target, whatever was predicted",
    source = "Ray et al. 2022")
public record TargetLoss(
    @Parameter(value = "where the outcome should be", range = "(-inf, inf)") double target,
    @Parameter(value = "what the square is multiplied with", range = "(0, inf)", byDefault = "1")
        double factor)
    implements Loss {
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public TargetLoss {
    Check.finite("target", target);
    Check.within("factor", factor, POSITIVE);
  }

  @Override
  public double value(double prediction, double outcome) {
    return factor * (outcome - target) * (outcome - target);
  }

  @Override
  public double slope(double prediction, double outcome) {
    return 0;
  }

  @Override
  public double curvature(double prediction, double outcome) {
    return 0;
  }

  @Override
  public double outcomeSlope(double prediction, double outcome) {
    return 2 * factor * (outcome - target);
  }
}
