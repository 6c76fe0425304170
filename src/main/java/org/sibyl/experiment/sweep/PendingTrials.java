package org.sibyl.experiment.sweep;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.sibyl.scenario.SweepPlan;

/**
 * The trials of some cells that the journal does not have, made as they are asked for: cell after
 * cell, and in a cell replicate after replicate.
 */
final class PendingTrials implements Iterator<TrialTask> {
  private final SweepPlan plan;
  private final SweepIdentity identity;
  private final Journal journal;
  private final PrimitiveIterator.OfLong cells;
  private final int replicates;

  private long cell;
  private List<String> settings = List.of();
  private int replicate;
  private @Nullable TrialTask next;

  PendingTrials(
      SweepPlan plan, SweepIdentity identity, Journal journal, LongStream cells, int replicates) {
    this.plan = plan;
    this.identity = identity;
    this.journal = journal;
    this.cells = cells.iterator();
    this.replicates = replicates;
    this.replicate = replicates;
  }

  @Override
  public boolean hasNext() {
    while (next == null && advance()) {
      String key = identity.key(cell, settings, replicate);
      if (!journal.contains(key)) {
        next = new TrialTask(cell, replicate, key, settings);
      }
    }
    return next != null;
  }

  private boolean advance() {
    replicate++;
    if (replicate < replicates) {
      return true;
    }
    if (!cells.hasNext()) {
      return false;
    }
    cell = cells.nextLong();
    settings = plan.settings(cell);
    replicate = 0;
    return true;
  }

  @Override
  public TrialTask next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    TrialTask task = next;
    next = null;
    return task;
  }
}
