package org.sibyl.experiment.sweep;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sibyl.numeric.Check;

/**
 * Runs trials on the cores of this machine. Every thread takes a task, runs it and hands its result
 * over before it takes the next, so there are never more results in memory than threads, and a
 * store that is slow slows the threads down.
 */
public final class LocalEngine implements Engine {
  private final int threads;

  /** An engine of so many threads, at least 1. */
  public LocalEngine(int threads) {
    this.threads = Check.atLeast("--threads", threads, 1);
  }

  @Override
  public void run(SweepSource sweep, Iterator<TrialTask> tasks, Consumer<TrialResult> finished) {
    Work work = new Work(new TrialRunner(sweep), tasks, finished);
    List<Thread> workers = new ArrayList<>();
    for (int k = 0; k < threads; k++) {
      Thread worker = new Thread(work, "trials-" + k);
      worker.setDaemon(true); // an interrupted sweep does not wait for trials of an hour
      worker.start();
      workers.add(worker);
    }
    try {
      for (Thread worker : workers) {
        worker.join();
      }
    } catch (InterruptedException e) {
      work.stop(new IllegalStateException("interrupted", e));
      Thread.currentThread().interrupt();
    }
    work.rethrow();
  }

  @Override
  public void close() {}

  /** What the threads share. */
  private static final class Work implements Runnable {
    private final TrialRunner runner;
    private final Iterator<TrialTask> tasks; // guarded by itself
    private final Consumer<TrialResult> finished; // guarded by itself
    private volatile @Nullable Throwable failure;

    Work(TrialRunner runner, Iterator<TrialTask> tasks, Consumer<TrialResult> finished) {
      this.runner = runner;
      this.tasks = tasks;
      this.finished = finished;
    }

    @Override
    public void run() {
      try {
        for (Optional<TrialTask> task = next(); task.isPresent(); task = next()) {
          TrialResult result = runner.run(task.get());
          synchronized (finished) {
            if (failure == null) {
              finished.accept(result);
            }
          }
        }
      } catch (Throwable e) { // also an Error: it must reach the caller, not a thread's end
        stop(e);
      }
    }

    private Optional<TrialTask> next() {
      synchronized (tasks) {
        return failure == null && tasks.hasNext() ? Optional.of(tasks.next()) : Optional.empty();
      }
    }

    synchronized void stop(Throwable cause) {
      if (failure == null) {
        failure = cause;
      }
    }

    void rethrow() {
      Throwable cause = failure;
      if (cause instanceof RuntimeException e) {
        throw e;
      }
      if (cause instanceof Error e) {
        throw e;
      }
      if (cause != null) {
        throw new IllegalStateException(cause);
      }
    }
  }
}
