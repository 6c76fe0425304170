package org.sibyl.metrics.steering;

import org.sibyl.metrics.GroupSuccess;
import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/** The share of groups that reached their threshold, mean over the rounds of a game. */
@About("share of groups that reached their threshold, over the last game")
public record GameSuccess() implements Metric {
  @Override
  public String name() {
    return "game-success";
  }

  @Override
  public String unit() {
    return "share of groups";
  }

  @Override
  public Range range() {
    return Range.PROBABILITY;
  }

  @Override
  public double measure(Round round) {
    return new GroupSuccess().measure(round);
  }

  @Override
  public boolean isOfGame() {
    return true;
  }
}
