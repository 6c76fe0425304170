package org.sibyl.prediction;

import org.sibyl.numeric.About;

/**
 * The negative log-likelihood of a label in {0, 1} whose log-odds are predicted: log(1 + e^s) - y s
 * (Perdomo et al. 2020, section 5). It neither overflows nor cancels.
 */
@About("negative log-likelihood of a label 0 or 1 whose log-odds are predicted")
public record LogisticLoss() implements Loss {
  @Override
  public double value(double prediction, double outcome) {
    double size = StrictMath.abs(prediction);
    return StrictMath.log1p(StrictMath.exp(-size))
        + StrictMath.max(prediction, 0)
        - outcome * prediction;
  }

  @Override
  public double slope(double prediction, double outcome) {
    return probability(prediction) - outcome;
  }

  @Override
  public double curvature(double prediction, double outcome) {
    double probability = probability(prediction);
    return probability * (1 - probability);
  }

  @Override
  public double outcomeSlope(double prediction, double outcome) {
    return -prediction;
  }

  /** The probability that has these log-odds. */
  static double probability(double logOdds) {
    if (logOdds >= 0) {
      return 1 / (1 + StrictMath.exp(-logOdds));
    }
    double odds = StrictMath.exp(logOdds);
    return odds / (1 + odds);
  }
}
