package org.sibyl.experiment.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.sibyl.metrics.Metric;
import org.sibyl.scenario.SweepPlan;

/**
 * Plays what a sweep still lacks. Where replicates are by need, it goes in waves: all cells that
 * are open get the same number of replicates, then those whose intervals are narrow are closed.
 */
public final class SweepRun {
  private final SweepPlan plan;
  private final SweepIdentity identity;
  private final Replication replication;
  private final Journal journal;
  private final SweepProgress progress;

  /** A run of this plan, whose trials are kept in the journal. */
  public SweepRun(
      SweepPlan plan,
      SweepIdentity identity,
      Replication replication,
      Journal journal,
      SweepProgress progress) {
    this.plan = plan;
    this.identity = identity;
    this.replication = replication;
    this.journal = journal;
    this.progress = progress;
  }

  /** Plays all that is pending, and returns when everything is safe in the journal. */
  public void play(Engine engine, SweepSource source) {
    int replicates = replication.minimum();
    progress.begin(journal.entries());
    progress.expect(plan.points().size() * replicates);
    play(engine, source, LongStream.range(0, plan.points().size()), replicates);
    if (replication.isFixed()) {
      return;
    }
    List<Long> open = unsettled(LongStream.range(0, plan.points().size()), replicates);
    while (!open.isEmpty()) {
      int more = replication.next(replicates);
      progress.expectMore((long) open.size() * (more - replicates));
      replicates = more;
      play(engine, source, open.stream().mapToLong(cell -> cell), replicates);
      open = unsettled(open.stream().mapToLong(cell -> cell), replicates);
    }
  }

  private void play(Engine engine, SweepSource source, LongStream cells, int replicates) {
    engine.run(
        source,
        new PendingTrials(plan, identity, journal, cells, replicates),
        result -> {
          journal.append(result);
          progress.finished(result);
        });
    journal.flush();
  }

  /** The cells that need more replicates than they have. */
  private List<Long> unsettled(LongStream cells, int replicates) {
    List<Long> unsettled = new ArrayList<>();
    cells
        .filter(cell -> replication.after(replicates, means(cell, replicates)) > replicates)
        .forEach(unsettled::add);
    return unsettled;
  }

  /** For each metric that decides, its means over the rounds of a cell's replicates. */
  private double[][] means(long cell, int replicates) {
    List<Metric> measured = plan.base().scenario().metrics();
    List<Integer> deciding =
        plan.sweep().precision().orElseThrow().metrics().stream().map(measured::indexOf).toList();
    List<String> settings = plan.settings(cell);
    double[][] means = new double[deciding.size()][replicates];
    for (int replicate = 0; replicate < replicates; replicate++) {
      String key = identity.key(cell, settings, replicate);
      TrialResult result = journal.read(journal.entry(key).orElseThrow());
      for (int k = 0; k < means.length; k++) {
        means[k][replicate] = result.hasFailed() ? Double.NaN : result.mean(deciding.get(k));
      }
    }
    return means;
  }
}
