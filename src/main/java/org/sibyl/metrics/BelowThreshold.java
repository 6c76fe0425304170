package org.sibyl.metrics;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.simulation.Round;

/** The share of groups that stayed below their threshold. */
@About("share of groups below their threshold")
public record BelowThreshold() implements Metric {
  @Override
  public String name() {
    return "below-threshold";
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
    return 1 - round.outcomes().fact(CollectiveRisk.GROUP_SUCCESS).mean();
  }
}
