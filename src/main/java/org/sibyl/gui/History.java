package org.sibyl.gui;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sibyl.metrics.Metric;
import org.sibyl.metrics.Readings;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/**
 * Every metric of every round so far, and the last round; read and written by different threads.
 */
final class History implements View {
  private List<Metric> metrics = List.of();
  private Readings readings = new Readings(List.of());
  private double[][] values = {};
  private int rounds;
  private @Nullable Round last;
  private int generation;

  @Override
  public synchronized void begin(LoadedScenario scenario, World first) {
    metrics = scenario.scenario().metrics();
    readings = new Readings(metrics);
    values = new double[metrics.size()][64];
    rounds = 0;
    last = null;
    generation++;
  }

  @Override
  public void show(Round round) {
    double[] measured = readings().after(round);
    synchronized (this) {
      for (int m = 0; m < measured.length; m++) {
        if (rounds == values[m].length) {
          values[m] = Arrays.copyOf(values[m], 2 * rounds);
        }
        values[m][rounds] = measured[m];
      }
      rounds++;
      last = round;
    }
  }

  private synchronized Readings readings() {
    return readings;
  }

  /** The metrics of the scenario. */
  synchronized List<Metric> metrics() {
    return metrics;
  }

  /** A metric's values, round 1 first. */
  synchronized double[] values(int metric) {
    return Arrays.copyOf(values[metric], rounds);
  }

  /** How many rounds were played. */
  synchronized int rounds() {
    return rounds;
  }

  /** The last round; null before the first. */
  synchronized @Nullable Round last() {
    return last;
  }

  /** Grows by one with every beginning, so that charts know when to begin anew. */
  synchronized int generation() {
    return generation;
  }
}
