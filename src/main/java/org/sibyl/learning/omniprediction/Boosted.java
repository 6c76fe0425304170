package org.sibyl.learning.omniprediction;

import java.util.List;
import java.util.stream.DoubleStream;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;

/**
 * What came of boosting.
 *
 * @param predictor the model of outcomes
 * @param status how it ended, and what that certifies
 * @param certificate what the last audit found
 * @param steps how it came there, one for each update
 * @param potential of the model in the end: the mean squared distance from the truth, summed over
 *     decisions; NaN where the truth is not known
 */
public record Boosted(
    PerformativeOmnipredictor predictor,
    BoostStatus status,
    Certificate certificate,
    List<BoostStep> steps,
    double potential) {
  public Boosted {
    steps = List.copyOf(steps);
  }

  /** The potential before each update and after the last. */
  public double[] potentials() {
    return DoubleStream.concat(
            steps.stream().mapToDouble(BoostStep::potential), DoubleStream.of(potential))
        .toArray();
  }
}
