package org.sibyl.metrics.riskcontrol;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Conservative;
import org.sibyl.prediction.risk.RiskTarget;
import org.sibyl.simulation.Round;

/**
 * R(lambda, lambda'): the risk that the next rule would have on all people of this round, who
 * responded to the rule before it. What the next round's {@link ControlledRisk} exceeds it by is
 * the people's response to the change. NaN where a model has no lambda.
 *
 * @param risk whose risk it is; handed over
 */
@About("risk of the next rule on the people of this round, who did not respond to it yet")
public record StaticRisk(RiskTarget risk) implements Metric {
  @Override
  public String name() {
    return "static-risk";
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
    return round.after().learner().model() instanceof Conservative next
        ? risk.risk(round.response().features(), round.outcomes().labels(), next.conservativeness())
        : Double.NaN;
  }
}
