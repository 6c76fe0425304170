package org.sibyl.metrics.performative;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/**
 * What decisions earn for who takes them, a mean over everyone: an accepted one with label 1 earns
 * the gain, an accepted one with another label costs the loss, a rejected one is 0. Accepting pays
 * where the chance of label 1 is above loss / (gain + loss): .8 with the published numbers, those
 * of the defaults. NaN when somebody has no prediction or label.
 *
 * @param cutOff who has a prediction of at least this is accepted
 * @param gain from an accepted one with label 1
 * @param loss from an accepted one with another label
 */
@About(
    value = "mean over everyone of what accepting earns: a gain by label 1, else a loss",
    source = "Liu et al. 2018")
public record DecisionUtility(
    @Parameter(
            value = "a prediction of at least this is accepted",
            range = "(-inf, inf)",
            byDefault = "0.5")
        double cutOff,
    @Parameter(
            value = "what an accepted one with label 1 earns",
            range = "[0, inf)",
            byDefault = "1")
        double gain,
    @Parameter(
            value = "what an accepted one with another label costs",
            range = "[0, inf)",
            byDefault = "4")
        double loss)
    implements Metric {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public DecisionUtility {
    Check.finite("cut-off", cutOff);
    Check.within("gain", gain, NOT_NEGATIVE);
    Check.within("loss", loss, NOT_NEGATIVE);
  }

  @Override
  public String name() {
    return "decision-utility";
  }

  @Override
  public String unit() {
    return "utility per individual";
  }

  @Override
  public Range range() {
    return new Range(-loss, true, gain, true);
  }

  @Override
  public double measure(Round round) {
    Column predictions = round.deployment().predictions();
    Column labels = round.outcomes().labels();
    return Column.generate(labels.size(), i -> utility(predictions.get(i), labels.get(i))).mean();
  }

  private double utility(double prediction, double label) {
    if (Double.isNaN(prediction) || Double.isNaN(label)) {
      return Double.NaN;
    }
    if (prediction < cutOff) {
      return 0;
    }
    return label == 1 ? gain : -loss;
  }
}
