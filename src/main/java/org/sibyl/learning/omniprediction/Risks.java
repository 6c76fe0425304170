package org.sibyl.learning.omniprediction;

import java.util.List;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.BestDecision;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.OutcomeModel;
import org.sibyl.prediction.decision.RuleClass;

/**
 * The true risks of rules, where Nature is known (Kim and Perdomo 2023, section 2).
 *
 * @param people kinds of people x features
 * @param shares of the kinds, sum 1
 * @param truth p*
 */
public record Risks(Matrix people, Column shares, OutcomeModel truth) {
  public Risks {
    Check.sameSize("shares", shares.size(), "the kinds of people", people.rows());
  }

  /** PR: the performative risk, the mean loss when the rule is in force, in [0, max]. */
  public double performative(DecisionLoss loss, DecisionRule rule) {
    return modelled(people, shares, loss, rule, truth);
  }

  /** R: the risk that a model expects, in [0, max]. */
  public double modelled(DecisionLoss loss, DecisionRule rule, OutcomeModel model) {
    return modelled(people, shares, loss, rule, model);
  }

  static double modelled(
      Matrix people, Column shares, DecisionLoss loss, DecisionRule rule, OutcomeModel model) {
    int[] decided = Decided.by(rule, people, model.decisions());
    double[] row = new double[people.columns()];
    double[] law = new double[model.decisions()];
    double sum = 0;
    for (int i = 0; i < decided.length; i++) {
      people.copyRow(i, row);
      model.probabilities(row, law);
      double none = loss.value(row, decided[i], 0);
      sum += shares.get(i) * (none + loss.slope(row, decided[i]) * law[decided[i]]);
    }
    return sum;
  }

  /**
   * The omniprediction gap of a model for one loss: how much more its best decisions cost than the
   * best rule of a class. Below 0 when they are better than all. NaN when the class is empty: there
   * is nothing to compare with.
   */
  public double gap(DecisionLoss loss, OutcomeModel model, RuleClass rules) {
    List<DecisionRule> all = rules.rules(truth.decisions());
    if (all.isEmpty()) {
      return Double.NaN;
    }
    double least =
        all.stream()
            .mapToDouble(rule -> performative(loss, rule))
            .reduce(Double.POSITIVE_INFINITY, StrictMath::min);
    return performative(loss, new BestDecision(loss, model)) - least;
  }
}
