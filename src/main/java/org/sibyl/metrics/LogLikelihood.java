package org.sibyl.metrics;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/**
 * The mean natural logarithm of the probability that was forecast for what each individual did; NaN
 * when nothing was forecast. Forecasts are kept 1e-9 away from 0 and 1, so that one impossible
 * event does not make it infinite.
 */
@About("mean logarithm of the probability forecast for what happened, each at least ln 1e-9")
public record LogLikelihood() implements Metric {
  private static final double FLOOR = 1e-9;
  private static final Range RANGE = new Range(StrictMath.log(FLOOR), true, 0, true);

  @Override
  public String name() {
    return "log-likelihood";
  }

  @Override
  public String unit() {
    return "nats per individual";
  }

  @Override
  public Range range() {
    return RANGE;
  }

  @Override
  public double measure(Round round) {
    Column predictions = round.deployment().predictions();
    Column labels = round.outcomes().labels();
    double mean =
        Column.generate(labels.size(), i -> score(predictions.get(i), labels.get(i))).mean();
    return StrictMath.max(RANGE.low(), mean); // rounding of the sum may lead an ulp beyond
  }

  private static double score(double prediction, double label) {
    double likelihood = label == 1 ? prediction : 1 - prediction;
    return StrictMath.log(StrictMath.max(FLOOR, StrictMath.min(1 - FLOOR, likelihood)));
  }
}
