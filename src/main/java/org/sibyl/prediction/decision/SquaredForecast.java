package org.sibyl.prediction.decision;

import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * A decision is a forecast: its squared distance from the outcome (Kim and Perdomo 2023, section
 * 2).
 *
 * @param values what each decision forecasts, in [0, 1]
 */
@About(
    value = "squared distance of the decision's forecast from the outcome",
    source = "Kim and Perdomo 2023, section 2")
public record SquaredForecast(
    @Parameter("what each decision forecasts, in [0, 1]") List<Double> values)
    implements DecisionLoss {
  public SquaredForecast {
    values = Places.within("values", values, Range.PROBABILITY);
  }

  @Override
  public double value(double[] features, int decision, int outcome) {
    double apart = values.get(decision) - outcome;
    return apart * apart;
  }

  @Override
  public double max() {
    double most = 0;
    for (double value : values) {
      most = StrictMath.max(most, StrictMath.max(value, 1 - value));
    }
    return most * most;
  }

  @Override
  public boolean isInputOblivious() {
    return true;
  }

  @Override
  public void check(int decisions, int features) {
    Places.each("values", values, decisions);
  }
}
