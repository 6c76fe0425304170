package org.sibyl.experiment.sweep;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** Plays slices of a sweep where Spark sends it. */
final class SlicePlayer implements Function<ArrayList<TrialTask>, PlayedSlice> {
  private static final long serialVersionUID = 1;

  private final String identity;
  private final Broadcast<SweepSource> sweep;

  /**
   * A player of a sweep.
   *
   * @param identity tells this sweep from others that are played by the same processes
   * @param sweep what its trials share, sent once to every executor
   */
  SlicePlayer(String identity, Broadcast<SweepSource> sweep) {
    this.identity = identity;
    this.sweep = sweep;
  }

  @Override
  public PlayedSlice call(ArrayList<TrialTask> slice) {
    long start = System.nanoTime();
    SweepHere here = SweepHere.of(identity, sweep::value);
    List<TrialResult> results = slice.stream().map(here::run).toList();
    return new PlayedSlice(new ArrayList<>(results), (System.nanoTime() - start) / 1e9);
  }
}
