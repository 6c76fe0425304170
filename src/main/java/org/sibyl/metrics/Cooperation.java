package org.sibyl.metrics;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/** The share of individuals whose label is 1: who cooperated. */
@About("share of individuals who cooperated")
public record Cooperation() implements Metric {
  @Override
  public String name() {
    return "cooperation";
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
    return round.outcomes().labels().mean();
  }
}
