package org.sibyl.prediction;

import org.sibyl.numeric.About;

/**
 * The negative log-likelihood of a label in {0, 1} whose log-odds are predicted: log(1 + e^s) - y s
 * (Perdomo et al. 2020, section 5). Labels between are mixtures. It neither overflows nor cancels:
 * however sure and right a prediction is, slope and curvature keep their relative precision.
 */
@About("negative log-likelihood of a label 0 or 1 whose log-odds are predicted")
public record LogisticLoss() implements Loss {
  @Override
  public double value(double prediction, double outcome) {
    return value(prediction, outcome, odds(prediction));
  }

  @Override
  public double slope(double prediction, double outcome) {
    return slope(prediction, outcome, odds(prediction));
  }

  @Override
  public double curvature(double prediction, double outcome) {
    return curvature(odds(prediction));
  }

  @Override
  public double outcomeSlope(double prediction, double outcome) {
    return -prediction;
  }

  /** One exponential serves all three. */
  @Override
  public Expansion expansion(double prediction, double outcome) {
    double odds = odds(prediction);
    return new Expansion(
        value(prediction, outcome, odds), slope(prediction, outcome, odds), curvature(odds));
  }

  /** The odds of the less likely label. */
  private static double odds(double prediction) {
    return StrictMath.exp(-StrictMath.abs(prediction));
  }

  private static double value(double prediction, double outcome, double odds) {
    return prediction > 0
        ? StrictMath.log1p(odds) + (1 - outcome) * prediction
        : StrictMath.log1p(odds) - outcome * prediction;
  }

  private static double slope(double prediction, double outcome, double odds) {
    double lessLikely = odds / (1 + odds);
    return prediction > 0 ? 1 - outcome - lessLikely : lessLikely - outcome;
  }

  private static double curvature(double odds) {
    return odds / ((1 + odds) * (1 + odds));
  }
}
