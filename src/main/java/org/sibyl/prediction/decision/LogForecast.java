package org.sibyl.prediction.decision;

import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * A decision is a forecast: the negative logarithm of the probability that it gave to the outcome,
 * clipped so that it stays finite (Kim and Perdomo 2023, section 2).
 *
 * @param values what each decision forecasts, in [0, 1]
 * @param clip the least probability that counts, in (0, 1/2]; the loss is at most -ln of it
 */
@About(
    value =
        "negative logarithm of the probability that the decision's forecast gave to the outcome",
    source = "Kim and Perdomo 2023, section 2")
public record LogForecast(
    @Parameter("what each decision forecasts, in [0, 1]") List<Double> values,
    @Parameter(value = "the least probability that counts", range = "(0, 0.5]", byDefault = "0.01")
        double clip)
    implements DecisionLoss {
  private static final Range CLIPS = Range.parse("(0, 0.5]");

  public LogForecast {
    values = Places.within("values", values, Range.PROBABILITY);
    Check.within("clip", clip, CLIPS);
  }

  @Override
  public double value(double[] features, int decision, int outcome) {
    double given = outcome == 1 ? values.get(decision) : 1 - values.get(decision);
    return -StrictMath.log(StrictMath.max(clip, StrictMath.min(1 - clip, given)));
  }

  @Override
  public double max() {
    return -StrictMath.log(clip);
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
