package org.sibyl.metrics.performative;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.simulation.Round;

/**
 * The share of people whose label, 0 or 1, is what their score says: label 1 above the cut-off. NaN
 * when somebody has no score or label.
 *
 * @param cutOff a score above it says label 1; 0 for log-odds, .5 for probabilities
 */
@About(value = "share of people whose label 0 or 1 a score above the cut-off tells")
public record ClassificationAccuracy(
    @Parameter(value = "a score above it says label 1", byDefault = "0", range = "(-inf, inf)")
        double cutOff)
    implements Metric {
  public ClassificationAccuracy {
    Check.finite("cut-off", cutOff);
  }

  @Override
  public String name() {
    return "classification-accuracy";
  }

  @Override
  public String unit() {
    return "share of people";
  }

  @Override
  public Range range() {
    return Range.PROBABILITY;
  }

  @Override
  public double measure(Round round) {
    Column scores = round.deployment().predictions();
    Column labels = round.outcomes().labels();
    return Column.generate(
            labels.size(),
            i ->
                Double.isNaN(scores.get(i)) || Double.isNaN(labels.get(i))
                    ? Double.NaN
                    : (scores.get(i) > cutOff) == (labels.get(i) == 1) ? 1 : 0)
        .mean();
  }
}
