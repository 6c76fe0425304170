package org.sibyl.behavior.screening;

import org.sibyl.behavior.Situation;
import org.sibyl.prediction.AcceptanceThreshold;

/** The threshold that people see. */
final class Threshold {
  private Threshold() {}

  /**
   * The highest score that is accepted in this situation.
   *
   * @throws IllegalArgumentException when what is deployed is no threshold
   */
  static double highestAccepted(Situation situation) {
    if (situation.deployment().model() instanceof AcceptanceThreshold threshold) {
      return threshold.highestAccepted();
    }
    throw new IllegalArgumentException(
        "behavior: responds to a threshold, but "
            + situation.deployment().model().getClass().getSimpleName()
            + " has none. Choose learning: {type: performative-risk-control}.");
  }
}
