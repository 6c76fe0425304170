package org.sibyl.numeric;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a task over disjoint ranges of indices, on one thread or several. Tasks write only inside
 * their range, so the result does not depend on the number of threads.
 *
 * @param threads number of threads, at least 1
 */
public record Workers(int threads) {
  /** Below this many individuals a second thread costs more than it saves. */
  private static final int WORTH_A_THREAD = 2048;

  /** Work on a range of indices. */
  @FunctionalInterface
  public interface RangeTask {
    /** Works on {@code from} (inclusive) to {@code to} (exclusive). */
    void run(int from, int to);
  }

  public Workers {
    Check.atLeast("threads", threads, 1);
  }

  /** The caller's own thread. */
  public static Workers serial() {
    return new Workers(1);
  }

  /**
   * Covers 0..size-1; returns when all is done. An exception of a task reaches the caller, when all
   * threads have ended; of several, the one of the lowest range.
   */
  public void ranges(int size, RangeTask task) {
    int parts = StrictMath.max(1, StrictMath.min(threads, size / WORTH_A_THREAD));
    if (parts == 1) {
      task.run(0, size);
      return;
    }
    List<Part> all = new ArrayList<>();
    List<Thread> helpers = new ArrayList<>();
    for (int k = 0; k < parts; k++) {
      all.add(new Part(task, bound(size, k, parts), bound(size, k + 1, parts)));
      if (k > 0) {
        Thread helper = new Thread(all.get(k), "range-" + k);
        helper.setDaemon(true);
        helper.start();
        helpers.add(helper);
      }
    }
    all.get(0).run();
    helpers.forEach(Workers::await);
    all.forEach(Part::rethrow);
  }

  private static int bound(int size, int part, int parts) {
    return (int) ((long) size * part / parts);
  }

  private static void await(Thread helper) {
    boolean interrupted = false;
    while (true) {
      try {
        helper.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Part implements Runnable {
    private final RangeTask task;
    private final int from;
    private final int to;
    private @Nullable Throwable failure; // written before the thread ends, read after join

    Part(RangeTask task, int from, int to) {
      this.task = task;
      this.from = from;
      this.to = to;
    }

    @Override
    public void run() {
      try {
        task.run(from, to);
      } catch (Throwable e) { // a checked one can only have been smuggled in, but must not be lost
        failure = e;
      }
    }

    void rethrow() {
      if (failure instanceof Error e) {
        throw e;
      }
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      if (failure != null) {
        throw new IllegalStateException("a task threw what it did not declare", failure);
      }
    }
  }
}
