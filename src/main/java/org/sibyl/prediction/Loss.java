package org.sibyl.prediction;

/** How bad a prediction is, given what came of it, and its derivatives. */
public interface Loss {
  /** The loss of one prediction. */
  double value(double prediction, double outcome);

  /** Its derivative in the prediction; where there is a kink, the one from the right. */
  double slope(double prediction, double outcome);

  /** Its second derivative in the prediction, away from kinks; 0 for a loss of straight pieces. */
  double curvature(double prediction, double outcome);

  /**
   * Its derivative in the outcome, what it costs that people move; where there is a kink, the one
   * from the right.
   */
  double outcomeSlope(double prediction, double outcome);

  /** Value, slope and curvature at once: for losses that can share work between them. */
  default Expansion expansion(double prediction, double outcome) {
    return new Expansion(
        value(prediction, outcome), slope(prediction, outcome), curvature(prediction, outcome));
  }

  /**
   * A loss around one prediction, to second order.
   *
   * @param value the loss
   * @param slope its derivative in the prediction
   * @param curvature its second derivative in the prediction
   */
  record Expansion(double value, double slope, double curvature) {}
}
