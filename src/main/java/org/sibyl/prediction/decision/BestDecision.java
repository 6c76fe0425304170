package org.sibyl.prediction.decision;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * The best decision by a loss and a model of outcomes, f of the loss: the optimal post-processing
 * (Kim and Perdomo 2023, section 2). Of equally good decisions it takes the lowest.
 *
 * @param loss by which is decided; of a weighted one its base
 * @param model of the outcomes
 */
@About(
    value = "the best decision by a loss and a model of outcomes",
    source = "Kim and Perdomo 2023, section 2")
public record BestDecision(
    @Parameter("the loss by which is decided") DecisionLoss loss,
    @Parameter("the model of the outcomes") OutcomeModel model)
    implements DecisionRule {
  @Override
  public int decide(double[] features) {
    double[] probabilities = new double[model.decisions()];
    model.probabilities(features, probabilities);
    return loss.base().best(features, probabilities);
  }

  @Override
  public void check(int decisions, int features) {
    Check.sameSize("model", model.decisions(), "the list of decisions", decisions);
    model.check(features);
    loss.check(decisions, features);
  }
}
