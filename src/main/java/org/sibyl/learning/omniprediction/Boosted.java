package org.sibyl.learning.omniprediction;

import java.util.List;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;

/**
 * What came of boosting.
 *
 * @param predictor the model of outcomes
 * @param status how it ended, and what that certifies
 * @param certificate what the last audit found
 * @param steps how it came there, one for each update
 */
public record Boosted(
    PerformativeOmnipredictor predictor,
    BoostStatus status,
    Certificate certificate,
    List<BoostStep> steps) {
  public Boosted {
    steps = List.copyOf(steps);
  }
}
