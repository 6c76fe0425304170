package org.sibyl.metrics.riskcontrol;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Conservative;
import org.sibyl.simulation.Round;

/** Lambda of the deployed rule; NaN where the deployed model has none. */
@About("lambda of the deployed rule")
public record DeployedConservativeness() implements Metric {
  @Override
  public String name() {
    return "conservativeness";
  }

  @Override
  public String unit() {
    return "lambda";
  }

  @Override
  public Range range() {
    return Range.FINITE;
  }

  @Override
  public double measure(Round round) {
    return round.deployment().model() instanceof Conservative model
        ? model.conservativeness()
        : Double.NaN;
  }
}
