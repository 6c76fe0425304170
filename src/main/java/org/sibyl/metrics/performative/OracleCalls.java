package org.sibyl.metrics.performative;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/**
 * How often the learner asked an oracle so far: how samples move with theta, or samples of a model
 * that was not deployed.
 */
@About("calls of oracles so far")
public record OracleCalls() implements Metric {
  @Override
  public String name() {
    return "oracle-calls";
  }

  @Override
  public String unit() {
    return "calls";
  }

  @Override
  public Range range() {
    return Range.parse("[0, inf)");
  }

  @Override
  public double measure(Round round) {
    return round.after().ledger().oracleCalls();
  }
}
