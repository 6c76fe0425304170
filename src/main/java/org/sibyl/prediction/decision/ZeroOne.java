package org.sibyl.prediction.decision;

import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * A decision is a forecast: 0 when it is on the outcome's side of 1/2, 1 when it is not. A forecast
 * of 1/2 counts as one of 1.
 *
 * @param values what each decision forecasts, in [0, 1]
 */
@About("0 when the decision's forecast, rounded, is the outcome, else 1")
public record ZeroOne(@Parameter("what each decision forecasts, in [0, 1]") List<Double> values)
    implements DecisionLoss {
  private static final double HALF = 0.5;

  public ZeroOne {
    values = Places.within("values", values, Range.PROBABILITY);
  }

  @Override
  public double value(double[] features, int decision, int outcome) {
    int rounded = values.get(decision) >= HALF ? 1 : 0;
    return rounded == outcome ? 0 : 1;
  }

  @Override
  public double max() {
    return 1;
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
