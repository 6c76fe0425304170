package org.sibyl.metrics.decision;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.outcome.decision.DecisionFacts;
import org.sibyl.prediction.decision.DecisionProblem;
import org.sibyl.simulation.Round;

/**
 * What the decisions of the round cost in expectation, by Nature's probabilities of what was taken
 * up: the performative risk of the rule in force on these people, without sampling error of
 * outcomes; NaN where Nature records no such facts.
 *
 * @param loss by number, from 0, in the section of decisions
 * @param decisions the losses; handed over
 */
@About(
    value = "mean loss of what was decided that Nature's probabilities imply",
    source = "Kim and Perdomo 2023, section 2")
public record ExpectedRisk(
    @Parameter(value = "which loss, from 0", range = "[0, inf)", byDefault = "0") int loss,
    DecisionProblem decisions)
    implements Metric {
  public ExpectedRisk {
    LossNumber.check(loss, decisions);
  }

  @Override
  public String name() {
    return "expected-risk-" + loss;
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
    Column chances = round.outcomes().facts().get(DecisionFacts.PROBABILITY);
    return chances == null
        ? Double.NaN
        : people
            .decided(decisions.count())
            .map(decided -> people.risk(decisions.losses().get(loss), decided, chances::get))
            .orElse(Double.NaN);
  }
}
