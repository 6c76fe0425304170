package org.sibyl.metrics.decision;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.decision.DecisionProblem;
import org.sibyl.simulation.Round;

/**
 * What the decisions of the round have cost by the outcomes that came; NaN where something else
 * than a decision was predicted, or somebody has no outcome 0 or 1.
 *
 * @param loss by number, from 0, in the section of decisions
 * @param decisions the losses; handed over
 */
@About(
    value = "mean loss of what was decided by what came of it",
    source = "Kim and Perdomo 2023, section 2")
public record RealisedRisk(
    @Parameter(value = "which loss, from 0", range = "[0, inf)", byDefault = "0") int loss,
    DecisionProblem decisions)
    implements Metric {
  public RealisedRisk {
    LossNumber.check(loss, decisions);
  }

  @Override
  public String name() {
    return "realised-risk-" + loss;
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
    Column labels = round.outcomes().labels();
    return people
        .decided(decisions.count())
        .filter(decided -> people.haveOutcomes())
        .map(decided -> people.risk(decisions.losses().get(loss), decided, labels::get))
        .orElse(Double.NaN);
  }
}
