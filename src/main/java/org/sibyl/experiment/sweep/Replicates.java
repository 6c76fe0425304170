package org.sibyl.experiment.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The replicates of one cell: of each, every metric's last value and its mean over the rounds. */
final class Replicates {
  private final long cell;
  private final int metrics;

  /** By replicate: last and mean of the first metric, last and mean of the second, and so on. */
  private final Map<Integer, double[]> sound = new TreeMap<>();

  private long failed;

  Replicates(long cell, int metrics) {
    this.cell = cell;
    this.metrics = metrics;
  }

  long cell() {
    return cell;
  }

  long failed() {
    return failed;
  }

  long trials() {
    return failed + sound.size();
  }

  /** Adds a trial; of a failed one only that it failed. */
  void add(TrialResult result) {
    if (result.hasFailed()) {
      failed++;
      return;
    }
    double[] values = new double[2 * metrics];
    for (int metric = 0; metric < metrics; metric++) {
      values[2 * metric] = result.last(metric);
      values[2 * metric + 1] = result.mean(metric);
    }
    sound.put(result.replicate(), values);
  }

  /** Over all sound replicates; the index is that of the values of a replicate. */
  Estimate estimate(int index, Student student) {
    return student.estimate(sound.values().stream().mapToDouble(values -> values[index]));
  }

  /** What this cell has more than the other, over the replicates that are sound in both. */
  Estimate difference(int index, Replicates other, Student student) {
    List<Double> differences = new ArrayList<>();
    sound.forEach(
        (replicate, values) -> {
          double[] paired = other.sound.get(replicate);
          if (paired != null) {
            differences.add(values[index] - paired[index]);
          }
        });
    return student.estimate(differences.stream().mapToDouble(Double::doubleValue));
  }
}
