package org.sibyl.metrics.riskcontrol;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.AcceptanceThreshold;
import org.sibyl.simulation.Round;

/** The share of people whom the rule in force accepts; NaN where the model is no threshold. */
@About("share of people who are accepted")
public record AcceptanceRate() implements Metric {
  @Override
  public String name() {
    return "acceptance-rate";
  }

  @Override
  public String unit() {
    return "share";
  }

  @Override
  public Range range() {
    return Range.PROBABILITY;
  }

  @Override
  public double measure(Round round) {
    return round.deployment().model() instanceof AcceptanceThreshold
        ? round.deployment().predictions().mean()
        : Double.NaN;
  }
}
