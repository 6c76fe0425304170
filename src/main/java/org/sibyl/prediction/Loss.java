package org.sibyl.prediction;

/** How bad a prediction is, given what came of it. */
@FunctionalInterface
public interface Loss {
  /** The loss of one prediction. */
  double value(double prediction, double outcome);
}
