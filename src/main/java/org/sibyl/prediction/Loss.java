package org.sibyl.prediction;

/** How bad a prediction is, given what came of it, and its derivatives. */
public interface Loss {
  /** The loss of one prediction. */
  double value(double prediction, double outcome);

  /** Its derivative in the prediction; where there is a kink, the one from the right. */
  double slope(double prediction, double outcome);

  /** Its second derivative in the prediction; 0 for a loss that is linear or has kinks. */
  double curvature(double prediction, double outcome);

  /** Its derivative in the outcome: what it costs that people move. */
  double outcomeSlope(double prediction, double outcome);
}
