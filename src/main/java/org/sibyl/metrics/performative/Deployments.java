package org.sibyl.metrics.performative;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/** How many models were deployed so far; a model that stays in force is not deployed again. */
@About("models deployed so far")
public record Deployments() implements Metric {
  @Override
  public String name() {
    return "deployments";
  }

  @Override
  public String unit() {
    return "deployments";
  }

  @Override
  public Range range() {
    return Range.parse("[0, inf)");
  }

  @Override
  public double measure(Round round) {
    return round.after().ledger().deployments();
  }
}
