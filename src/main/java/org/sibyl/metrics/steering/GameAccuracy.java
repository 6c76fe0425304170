package org.sibyl.metrics.steering;

import org.sibyl.metrics.Accuracy;
import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/** The mean probability that was forecast for what happened, mean over the rounds of a game. */
@About("mean probability that was forecast for what happened, over the last game")
public record GameAccuracy() implements Metric {
  @Override
  public String name() {
    return "game-accuracy";
  }

  @Override
  public String unit() {
    return "mean likelihood";
  }

  @Override
  public Range range() {
    return Range.PROBABILITY;
  }

  @Override
  public double measure(Round round) {
    return new Accuracy().measure(round);
  }

  @Override
  public boolean isOfGame() {
    return true;
  }
}
