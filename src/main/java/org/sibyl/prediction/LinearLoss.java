package org.sibyl.prediction;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * A weight times prediction times outcome. With weight -1 and outcome a demand it is the revenue
 * lost by a price (Izzo et al. 2021, section 5); on outcome 1 it makes of a linear model the
 * product of theta and the features. It has no least value: give the task a ridge or a bounded
 * domain.
 *
 * @param weight any finite number; below 0 where much is good
 */
@About(value = "a weight times prediction times outcome", source = "Izzo et al. 2021, section 5")
public record LinearLoss(
    @Parameter(
            value = "what prediction times outcome is multiplied with; below 0 where much is good",
            range = "(-inf, inf)")
        double weight)
    implements Loss {
  public LinearLoss {
    Check.finite("weight", weight);
  }

  @Override
  public double value(double prediction, double outcome) {
    return weight * prediction * outcome;
  }

  @Override
  public double slope(double prediction, double outcome) {
    return weight * outcome;
  }

  @Override
  public double curvature(double prediction, double outcome) {
    return 0;
  }

  @Override
  public double outcomeSlope(double prediction, double outcome) {
    return weight * prediction;
  }
}
