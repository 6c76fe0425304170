package org.sibyl.metrics.steering;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/** How many games have ended: the epoch of a predictor that learns once a game. */
@About("games that have ended")
public record Games() implements Metric {
  @Override
  public String name() {
    return "games";
  }

  @Override
  public String unit() {
    return "games";
  }

  @Override
  public Range range() {
    return Range.parse("[0, inf)");
  }

  @Override
  public double measure(Round round) {
    return round.after().roundOfEpisode() == 1 ? 1 : 0;
  }

  @Override
  public boolean isTotal() {
    return true;
  }
}
