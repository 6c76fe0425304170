package org.sibyl.learning.omniprediction.policy;

import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.OutcomeModel;

/**
 * A decision about those whom a model predicts, untreated, to be below a cut; about others 0.
 *
 * @param model of outcomes
 * @param cut on the probability of outcome 1 under decision 0
 * @param decision about those below
 */
record BelowCut(OutcomeModel model, double cut, int decision) implements DecisionRule {
  @Override
  public int decide(double[] features) {
    double[] probabilities = new double[model.decisions()];
    model.probabilities(features, probabilities);
    return probabilities[0] < cut ? decision : 0;
  }

  @Override
  public void check(int decisions, int features) {
    // fitted to them
  }
}
