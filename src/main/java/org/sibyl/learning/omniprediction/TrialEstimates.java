package org.sibyl.learning.omniprediction;

import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.OutcomeModel;

/**
 * Risks of rules, and errors of models about them, estimated from the log of a trial by inverse
 * propensities (Kim and Perdomo 2023, lemma 4.3, for any known propensities). Whoever was given
 * what the rule decides counts for all who could have been: by w = 1 over the propensity.
 *
 * <p>All refuse a rule that decides what the trial could never decide about a person, or what does
 * not occur in a log without laws.
 */
public final class TrialEstimates {
  private final TrialLog log;
  private final Support support;
  private final double[][] rows; // features of each person
  private final int[] given;
  private final double[] outcomes;
  private final double[] weights; // 1 over propensities

  /** Estimates from the log of at least one person. */
  public TrialEstimates(TrialLog log) {
    Check.atLeast("log", log.size(), 1);
    this.log = log;
    this.support = Support.of(log);
    this.rows = new double[log.size()][log.features().columns()];
    this.given = new int[log.size()];
    this.outcomes = log.outcomes().toArray();
    this.weights = new double[log.size()];
    for (int i = 0; i < given.length; i++) {
      log.features().copyRow(i, rows[i]);
      given[i] = (int) log.decided().get(i);
      weights[i] = 1 / log.propensities().get(i);
    }
  }

  /** What one person that was treated as the rule would adds to a sum. */
  private interface Term {
    double of(double[] row, int decision, double outcome);
  }

  private static double loss(DecisionLoss loss, double[] row, int decision, double outcome) {
    return loss.value(row, decision, outcome == 1 ? 1 : 0);
  }

  /**
   * The risk of a rule: the mean of w times the loss, without bias, in [0, max B].
   *
   * @throws IllegalArgumentException when propensities are estimated
   */
  public Estimate risk(DecisionLoss loss, DecisionRule rule) {
    refuseEstimated("risk");
    double mean = mean(rule, (row, decision, outcome) -> loss(loss, row, decision, outcome));
    return new Estimate(mean, Estimate.Standing.CERTIFIABLE);
  }

  /**
   * The risk of a rule, self-normalised: the sum of w times the loss over the sum of w. It has a
   * bias of the order of 1 over the number of people, and is undefined when nobody was treated as
   * the rule would.
   *
   * @throws IllegalArgumentException when propensities are estimated
   */
  public Estimate normalizedRisk(DecisionLoss loss, DecisionRule rule) {
    refuseEstimated("normalizedRisk");
    double weight = mean(rule, (row, decision, outcome) -> 1);
    if (weight == 0) {
      return new Estimate(Double.NaN, Estimate.Standing.UNDEFINED);
    }
    double mean = mean(rule, (row, decision, outcome) -> loss(loss, row, decision, outcome));
    return new Estimate(mean / weight, Estimate.Standing.NOT_CERTIFIED);
  }

  /**
   * err, the modelled less the true risk of a rule, by the residual: the mean of w times slope
   * times (model - outcome), in [-max B, max B]. It is the doubly robust estimate with the model
   * itself as outcome model, needs no other people, and is what {@link Evidence#error} gives on a
   * log.
   */
  public Estimate error(DecisionLoss loss, DecisionRule rule, OutcomeModel model) {
    double[] law = new double[model.decisions()];
    double mean =
        mean(
            rule,
            (row, decision, outcome) -> {
              model.probabilities(row, law);
              return loss.slope(row, decision) * (law[decision] - outcome);
            });
    return new Estimate(
        mean, log.estimated() ? Estimate.Standing.NOT_CERTIFIED : Estimate.Standing.CERTIFIABLE);
  }

  /**
   * err by the plain difference: the modelled risk on other people, less the estimated risk.
   *
   * @param people whose outcomes are not needed, people x features, at least one
   * @throws IllegalArgumentException when propensities are estimated
   */
  public Estimate plainError(
      DecisionLoss loss, DecisionRule rule, OutcomeModel model, Matrix people) {
    int size = Check.atLeast("people", people.rows(), 1);
    double modelled = Risks.modelled(people, Column.constant(size, 1.0 / size), loss, rule, model);
    return new Estimate(modelled - risk(loss, rule).value(), Estimate.Standing.CERTIFIABLE);
  }

  private void refuseEstimated(String what) {
    if (log.estimated()) {
      throw new IllegalArgumentException(
          what
              + ": the propensities are estimates, whose errors are not made up for here."
              + " Maybe use error, the residual.");
    }
  }

  /** The mean over people of w times a term. */
  private double mean(DecisionRule rule, Term term) {
    double sum = 0;
    for (int i = 0; i < given.length; i++) {
      int decision = Decided.within(rule, rule.decide(rows[i]), i, log.decisions());
      support.requireSeen(decision);
      support.require(i, decision);
      if (given[i] == decision) {
        sum += weights[i] * term.of(rows[i], decision, outcomes[i]);
      }
    }
    return sum / given.length;
  }
}
