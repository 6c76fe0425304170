package org.sibyl.prediction.risk;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;

/**
 * Whose risk is to stay below what: a section of a scenario that learners and metrics share.
 *
 * @param rule what can be deployed, and what it costs
 * @param measure of the distribution of losses
 * @param level alpha: the risk that no deployment may exceed, in units of loss, above 0
 */
@About("which risk is to stay below which level")
public record RiskTarget(
    @Parameter(value = "what can be deployed, and its losses", byDefault = "{type: acceptance}")
        ControlledRule rule,
    @Parameter(value = "measure of the distribution of losses", byDefault = "{type: mean}")
        RiskMeasure measure,
    @Parameter(
            value = "alpha: the risk that no deployment may exceed",
            unit = "loss",
            range = "(0, inf)")
        double level) {

  public RiskTarget {
    if (!(level > 0 && level < Double.POSITIVE_INFINITY)) {
      throw Check.invalid("level", Double.toString(level), "must be above 0");
    }
  }

  /**
   * R(lambda_d, lambda'): the risk that the rule of lambda' has on people as they are now.
   *
   * @param features people x features, the score first
   * @param labels one for each
   * @param conservativeness lambda'
   */
  public double risk(Matrix features, Column labels, double conservativeness) {
    double[] losses = new double[labels.size()];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = rule.loss(features.get(i, 0), labels.get(i), conservativeness);
    }
    return measure.of(losses);
  }
}
