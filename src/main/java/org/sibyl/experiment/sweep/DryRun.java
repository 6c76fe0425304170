package org.sibyl.experiment.sweep;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sibyl.experiment.Text;
import org.sibyl.scenario.SweepPlan;

/** What a sweep would do: its trials, and about how much time and disk they take. */
public final class DryRun {
  /** Trials are tried until this much time is spent, or there are enough. */
  private static final double SECONDS = 3;

  private static final int MOST_TRIED = 40;

  /**
   * Bytes in the folder for each byte in the journal: tables and database, measured for scenarios
   * of the collection.
   */
  private static final double TABLES_PER_JOURNAL = 2.2;

  /** Writing tables and report of a small sweep. */
  private static final double ALWAYS_SECONDS = 1;

  /** An empty database, and the report. */
  private static final long ALWAYS_BYTES = 3_000_000;

  private final SweepPlan plan;
  private final Replication replication;

  /** A dry run of this plan. */
  public DryRun(SweepPlan plan, Replication replication) {
    this.plan = plan;
    this.replication = replication;
  }

  /** Prints the trials as CSV: a line for each cell, with its range of replicates. */
  public void list(PrintWriter out) {
    List<String> header = new ArrayList<>(List.of("cell", "replicates"));
    header.addAll(plan.paths());
    out.print(Text.csv(List.of(header)));
    for (long cell = 0; cell < plan.points().size(); cell++) {
      List<String> line = new ArrayList<>();
      line.add(Long.toString(cell));
      line.add("0-" + (replication.minimum() - 1));
      line.addAll(plan.values(cell));
      out.print(Text.csv(List.of(line)));
    }
    out.flush();
  }

  /** Plays a few trials, keeps nothing, and says what all of them will take. */
  public String estimate(SweepSource source, int threads) {
    TrialRunner runner = new TrialRunner(source);
    long cells = plan.points().size();
    double[] seconds = new double[MOST_TRIED];
    double bytes = 0;
    int tried = 0;
    int failed = 0;
    String failure = "";
    long start = System.nanoTime();
    for (; tried < MOST_TRIED && (System.nanoTime() - start) / 1e9 < SECONDS; tried++) {
      long cell =
          cells == 1
              ? 0
              : tried
                  % Math.min(MOST_TRIED, cells)
                  * (cells - 1)
                  / Math.max(1, Math.min(MOST_TRIED, cells) - 1);
      long before = System.nanoTime();
      TrialResult result =
          runner.run(new TrialTask(cell, tried % replication.minimum(), "", plan.settings(cell)));
      seconds[tried] = (System.nanoTime() - before) / 1e9;
      bytes += JournalRecord.of(result).size();
      if (result.hasFailed()) {
        failed++;
        failure = "cell " + cell + ": " + result.message();
      }
    }
    double mean = mean(seconds, tried);
    long least = cells * replication.minimum();
    long most = cells * replication.maximum();
    String text =
        range(least, most, Long::toString)
            + " trials in "
            + cells
            + " cells; about "
            + range(
                least,
                most,
                trials -> SweepProgress.words(trials * mean / threads + ALWAYS_SECONDS))
            + " on "
            + threads
            + (threads == 1 ? " thread" : " threads")
            + " and "
            + range(least, most, perTrial(bytes / tried));
    return failed == 0
        ? text
        : text + "\n" + failed + " of " + tried + " tried trials failed, like " + failure;
  }

  /** Over the later half: the first trials are slow, before Java has compiled what they do. */
  private static double mean(double[] seconds, int count) {
    double sum = 0;
    for (int k = count / 2; k < count; k++) {
      sum += seconds[k];
    }
    return sum / (count - count / 2);
  }

  private static java.util.function.LongFunction<String> perTrial(double journalBytes) {
    return trials ->
        megabytes(trials * journalBytes * (1 + TABLES_PER_JOURNAL) + ALWAYS_BYTES) + " of disk";
  }

  private static String megabytes(double bytes) {
    return bytes < 1e9
        ? String.format(Locale.ROOT, "%.0f MB", Math.ceil(bytes / 1e6))
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }

  private static String range(
      long least, long most, java.util.function.LongFunction<String> words) {
    return least == most ? words.apply(least) : words.apply(least) + " to " + words.apply(most);
  }
}
