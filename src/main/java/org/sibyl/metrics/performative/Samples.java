package org.sibyl.metrics.performative;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/**
 * How many individuals were observed so far, counted again in every round, and drawn through
 * oracles.
 */
@About("individuals observed so far")
public record Samples() implements Metric {
  @Override
  public String name() {
    return "samples";
  }

  @Override
  public String unit() {
    return "samples";
  }

  @Override
  public Range range() {
    return Range.parse("[0, inf)");
  }

  @Override
  public double measure(Round round) {
    return round.after().ledger().samples();
  }
}
