package org.sibyl.metrics.decision;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionProblem;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.OutcomeModel;
import org.sibyl.simulation.Round;

/**
 * By how much the decisions that are best for a loss, by the model of outcomes in force, cost more
 * than the best rule of the section, both by Nature's probabilities on the people of the round: at
 * most the sum of the model's errors on rules and on its own decisions. Negative where they are
 * better than all rules. It does not matter by which loss is decided just now. NaN where there is
 * no model, or no rule, or Nature records no facts. Everyone is taken to take up what is decided,
 * and neighbors' decisions to be what they are.
 *
 * @param loss by number, from 0, in the section of decisions
 * @param decisions the losses; handed over
 */
@About(
    value = "excess of the best decisions by the model over the best rule, for a loss",
    source = "Kim and Perdomo 2023, section 2")
public record OmnipredictionGap(
    @Parameter(value = "which loss, from 0", range = "[0, inf)", byDefault = "0") int loss,
    DecisionProblem decisions)
    implements Metric {
  public OmnipredictionGap {
    LossNumber.check(loss, decisions);
  }

  @Override
  public String name() {
    return "omniprediction-gap-" + loss;
  }

  @Override
  public String unit() {
    return "loss";
  }

  @Override
  public Range range() {
    return Range.FINITE;
  }

  @Override
  public double measure(Round round) {
    DecidedPeople people = new DecidedPeople(round);
    return DecidedPeople.model(round, decisions.count())
        .flatMap(model -> people.chances(decisions.count()).map(truth -> gap(people, model, truth)))
        .orElse(Double.NaN);
  }

  private double gap(DecidedPeople people, OutcomeModel model, double... truth) {
    DecisionLoss judged = decisions.losses().get(loss);
    double best = Double.NaN; // of no rule at all
    for (DecisionRule rule : decisions.rules().rules(decisions.count())) {
      double risk = people.risk(judged, people.decidedBy(rule), truth);
      best = Double.isNaN(best) ? risk : StrictMath.min(best, risk);
    }
    int[] decided = people.best(judged, decisions.count(), people.chances(model));
    return people.risk(judged, decided, truth) - best;
  }
}
