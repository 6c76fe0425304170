package org.sibyl.metrics;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/** The sum of all payoffs of the round. */
@About("sum of all payoffs of the round")
public record Welfare() implements Metric {
  @Override
  public String name() {
    return "welfare";
  }

  @Override
  public String unit() {
    return "money";
  }

  @Override
  public Range range() {
    return Range.FINITE;
  }

  @Override
  public double measure(Round round) {
    return round.outcomes().payoffs().sum();
  }
}
