package org.sibyl.metrics;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/**
 * The mean probability that was forecast for what each individual then did; NaN when nothing was
 * forecast. It is not a proper score: see Brier and log-likelihood.
 */
@About(
    value = "mean probability that was forecast for what happened",
    source = "Góis et al. 2025, section 5")
public record Accuracy() implements Metric {
  @Override
  public String name() {
    return "accuracy";
  }

  @Override
  public String unit() {
    return "mean likelihood";
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
    return label == 1 ? prediction : 1 - prediction;
  }
}
