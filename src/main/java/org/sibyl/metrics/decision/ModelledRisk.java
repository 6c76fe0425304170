package org.sibyl.metrics.decision;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.decision.DecisionProblem;
import org.sibyl.simulation.Round;

/**
 * What the model of outcomes in force expects the rule in force to cost on the people of the round;
 * NaN where there is no model of outcomes.
 *
 * @param loss by number, from 0, in the section of decisions
 * @param decisions the losses; handed over
 */
@About(
    value = "mean loss of the rule in force that its model of outcomes expects",
    source = "Kim and Perdomo 2023, section 2")
public record ModelledRisk(
    @Parameter(value = "which loss, from 0", range = "[0, inf)", byDefault = "0") int loss,
    DecisionProblem decisions)
    implements Metric {
  public ModelledRisk {
    LossNumber.check(loss, decisions);
  }

  @Override
  public String name() {
    return "modelled-risk-" + loss;
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
    DecidedPeople people = new DecidedPeople(round);
    return DecidedPeople.model(round, decisions.count())
        .flatMap(
            model ->
                people
                    .decided(decisions.count())
                    .map(
                        decided ->
                            people.risk(
                                decisions.losses().get(loss), decided, people.chances(model))))
        .orElse(Double.NaN);
  }
}
