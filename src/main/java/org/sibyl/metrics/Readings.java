package org.sibyl.metrics;

import java.util.Arrays;
import java.util.List;
import org.sibyl.simulation.Round;

/**
 * The metrics of one run, round after round: a metric's number for the round, or, of a {@linkplain
 * Metric#isTotal() total}, the sum of its numbers so far. Metrics themselves are pure, so whoever
 * records a run holds one of these, and begins another with the next run.
 */
public final class Readings {
  private final List<Metric> metrics;
  private final double[] last;

  /** Before the first round. */
  public Readings(List<Metric> metrics) {
    this.metrics = List.copyOf(metrics);
    this.last = new double[metrics.size()];
  }

  /** One number for each metric, in their order, after one more round; a new array. */
  public double[] after(Round round) {
    Arrays.setAll(
        last,
        k -> {
          Metric metric = metrics.get(k);
          return metric.measure(round) + (metric.isTotal() ? last[k] : 0);
        });
    return last.clone();
  }
}
