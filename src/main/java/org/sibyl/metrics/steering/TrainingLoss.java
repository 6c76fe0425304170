package org.sibyl.metrics.steering;

import org.sibyl.learning.neural.Trained;
import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/** The loss that a trained predictor went down after the last game; NaN before, and of others. */
@About("loss of the last game that a trained predictor learned from")
public record TrainingLoss() implements Metric {
  @Override
  public String name() {
    return "training-loss";
  }

  @Override
  public String unit() {
    return "loss, summed over a game";
  }

  @Override
  public Range range() {
    return Range.FINITE;
  }

  @Override
  public double measure(Round round) {
    return round.after().learner() instanceof Trained trained ? trained.lastLoss() : Double.NaN;
  }
}
