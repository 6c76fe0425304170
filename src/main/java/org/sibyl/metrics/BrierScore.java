package org.sibyl.metrics;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/**
 * The mean squared difference between forecast and outcome, 0 is best; NaN when nothing was
 * forecast.
 */
@About(
    value = "mean squared difference between forecast and outcome; 0 is best",
    source = "Brier 1950")
public record BrierScore() implements Metric {
  @Override
  public String name() {
    return "brier";
  }

  @Override
  public String unit() {
    return "squared probability";
  }

  @Override
  public Range range() {
    return Range.PROBABILITY;
  }

  @Override
  public double measure(Round round) {
    Column predictions = round.deployment().predictions();
    Column labels = round.outcomes().labels();
    return Column.generate(labels.size(), i -> score(predictions.get(i), labels.get(i))).mean();
  }

  private static double score(double prediction, double label) {
    return (prediction - label) * (prediction - label);
  }
}
