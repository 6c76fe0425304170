package org.sibyl.metrics;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.simulation.Round;

/** The share of groups that reached their threshold. */
@About("share of groups that reached their threshold")
public record GroupSuccess() implements Metric {
  @Override
  public String name() {
    return "group-success";
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
    return round.outcomes().fact(CollectiveRisk.GROUP_SUCCESS).mean();
  }
}
