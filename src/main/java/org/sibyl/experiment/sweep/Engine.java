package org.sibyl.experiment.sweep;

import java.util.Iterator;
import java.util.function.Consumer;

/** Something that runs trials: this machine's cores, or a cluster. */
public interface Engine extends AutoCloseable {
  /**
   * Runs all tasks and returns when all are done. Tasks are taken from the iterator as they can be
   * run, never all at once. Finished trials are handed over one at a time, in any order; what a
   * trial throws is a failed trial, not a failed sweep.
   *
   * @param sweep what tasks are tasks of
   * @param tasks what to run
   * @param finished is told of every finished trial, by one thread at a time; when it throws, the
   *     engine stops and throws the same
   */
  void run(SweepSource sweep, Iterator<TrialTask> tasks, Consumer<TrialResult> finished);

  @Override
  void close();
}
