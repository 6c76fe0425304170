package org.sibyl.metrics.steering;

import org.sibyl.metrics.Cooperation;
import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/** The share of individuals who cooperated, mean over the rounds of a game. */
@About("share of individuals who cooperated, over the last game")
public record GameCooperation() implements Metric {
  @Override
  public String name() {
    return "game-cooperation";
  }

  @Override
  public String unit() {
    return "share of individuals";
  }

  @Override
  public Range range() {
    return Range.PROBABILITY;
  }

  @Override
  public double measure(Round round) {
    return new Cooperation().measure(round);
  }

  @Override
  public boolean isOfGame() {
    return true;
  }
}
