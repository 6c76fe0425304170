package org.sibyl.metrics.decision;

import java.util.List;
import java.util.Locale;
import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionProblem;
import org.sibyl.prediction.decision.OutcomeModel;
import org.sibyl.simulation.Round;

/**
 * The greatest error of the deployed model's risks, over all losses: of the section's rules
 * (performative outcome indistinguishability), or of the decisions that are best by the model
 * (decision outcome indistinguishability). An error is the risk by the model less the risk by
 * Nature's probabilities, on the people of the round. NaN where there is no model, or no rule, or
 * Nature records no facts. Everyone is taken to take up what is decided, and neighbors' decisions
 * to be what they are, so where trust is less than 1 a model that is right about offers has errors.
 *
 * @param of whose risks
 * @param decisions losses and rules; handed over
 */
@About(
    value = "greatest error of the risks that the deployed model expects, over losses",
    source = "Kim and Perdomo 2023, section 3")
public record IndistinguishabilityError(
    @Parameter(value = "whose risks", byDefault = "rules") Audited of, DecisionProblem decisions)
    implements Metric {
  /** Whose risks are compared. */
  public enum Audited {
    /** Those of the rules that the section compares with: POI. */
    RULES,
    /** Those of the best decisions by the model: DOI. */
    DECISIONS
  }

  @Override
  public String name() {
    return "indistinguishability-error-" + of.name().toLowerCase(Locale.ROOT);
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
            model -> people.chances(decisions.count()).map(truth -> greatest(people, model, truth)))
        .orElse(Double.NaN);
  }

  private double greatest(DecidedPeople people, OutcomeModel model, double... truth) {
    double[] modelled = people.chances(model);
    List<int[]> ofRules = ofRules(people);
    double greatest = Double.NaN; // of no rule at all
    for (DecisionLoss loss : decisions.losses()) {
      List<int[]> audited =
          of == Audited.RULES ? ofRules : List.of(people.best(loss, decisions.count(), modelled));
      for (int[] decided : audited) {
        double error =
            StrictMath.abs(
                people.risk(loss, decided, modelled) - people.risk(loss, decided, truth));
        greatest = Double.isNaN(greatest) ? error : StrictMath.max(greatest, error);
      }
    }
    return greatest;
  }

  private List<int[]> ofRules(DecidedPeople people) {
    return of == Audited.RULES
        ? decisions.rules().rules(decisions.count()).stream().map(people::decidedBy).toList()
        : List.of();
  }
}
