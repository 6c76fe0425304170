package org.sibyl.metrics.riskcontrol;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Conservative;
import org.sibyl.prediction.risk.RiskTarget;
import org.sibyl.simulation.Round;

/**
 * R(lambda, lambda): the risk of the deployed rule on all the people as they responded to it; NaN
 * where the deployed model has no lambda.
 *
 * @param risk whose risk it is; handed over
 */
@About(value = "risk of the deployed rule on all people, who responded to it")
public record ControlledRisk(RiskTarget risk) implements Metric {
  @Override
  public String name() {
    return "controlled-risk";
  }

  @Override
  public String unit() {
    return "loss";
  }

  @Override
  public Range range() {
    return Range.parse("[0, inf)");
  }

  @Override
  public double measure(Round round) {
    return round.deployment().model() instanceof Conservative model
        ? risk.risk(
            round.response().features(), round.outcomes().labels(), model.conservativeness())
        : Double.NaN;
  }
}
