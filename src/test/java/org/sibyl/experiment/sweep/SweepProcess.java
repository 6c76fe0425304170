package org.sibyl.experiment.sweep;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Keeps a million rounds of eight metrics and writes their tables: a program for a small heap. */
final class SweepProcess {
  static final int TRIALS = 1000;
  static final int ROUNDS = 1000;
  static final int METRICS = 8;

  private SweepProcess() {}

  /** Takes the folder; prints seconds and the most heap that was used, in megabytes. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    List<MetricColumn> metrics =
        IntStream.range(0, METRICS).mapToObj(i -> new MetricColumn("metric-" + i, "", "")).toList();
    SweepTables tables = SampleResults.tables(List.of(), cell -> List.of(), metrics);
    try (Journal journal = Journal.open(folder)) {
      for (int trial = 0; trial < TRIALS; trial++) {
        journal.append(result(trial));
      }
      journal.flush();
      long start = System.nanoTime();
      SweepFiles.write(folder, journal, tables);
      System.out.printf(
          "seconds %.1f, heap %d MB%n", (System.nanoTime() - start) / 1e9, heap() / 1024 / 1024);
    }
  }

  private static TrialResult result(int trial) {
    double[] values = new double[ROUNDS * METRICS];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(trial, i);
    }
    int cell = trial / 10;
    int replicate = trial % 10;
    String key = SampleResults.key(cell, replicate);
    return new TrialResult(cell, replicate, key, "horizon", "", ROUNDS, 0, METRICS, values);
  }

  /** Not round, so that it does not compress well. */
  private static double value(int trial, int i) {
    return StrictMath.sin(trial * 8000.0 + i);
  }

  private static long heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
