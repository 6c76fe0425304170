package org.sibyl.experiment.sweep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Runs trials on a cluster of Apache Spark. Tasks leave in slices, each a Spark job of its own, of
 * which a few for every core are under way; so trials are kept soon after they were played, and no
 * design is too long for memory. A machine that is lost costs time: Spark plays its slices again
 * elsewhere, and a trial gives the same wherever it is played.
 */
public final class SparkEngine implements Engine {
  private static final int SLICES_PER_CORE = 2;
  private static final int LONGEST_SLICE = 64;
  private static final double SECONDS_OF_A_SLICE = 1;

  private final JavaSparkContext context;

  /**
   * Connects to a cluster.
   *
   * @param master its address as Spark writes it, for instance {@code spark://host:7077}
   * @param limit how long to wait for a standalone master
   * @throws EngineException when it cannot be reached
   */
  public SparkEngine(String master, Duration limit) {
    context = SparkConnection.open(master, limit);
  }

  @Override
  public void run(SweepSource sweep, Iterator<TrialTask> tasks, Consumer<TrialResult> finished) {
    Broadcast<SweepSource> shared = context.broadcast(sweep);
    ExecutorService waiting = Executors.newCachedThreadPool(SparkEngine::daemon);
    try {
      run(new SlicePlayer(UUID.randomUUID().toString(), shared), waiting, tasks, finished);
    } finally {
      waiting.shutdownNow();
      if (!context.sc().isStopped()) {
        context.cancelAllJobs(); // none is under way unless something went wrong
        shared.unpersist(false);
      }
    }
  }

  private void run(
      SlicePlayer player,
      ExecutorService waiting,
      Iterator<TrialTask> tasks,
      Consumer<TrialResult> finished) {
    CompletionService<PlayedSlice> played = new ExecutorCompletionService<>(waiting);
    int underWay = 0;
    int length = 1;
    while (true) {
      while (underWay < SLICES_PER_CORE * context.defaultParallelism() && tasks.hasNext()) {
        ArrayList<TrialTask> slice = slice(tasks, length);
        played.submit(() -> context.parallelize(List.of(slice), 1).map(player).collect().get(0));
        underWay++;
      }
      if (underWay == 0) {
        return;
      }
      PlayedSlice slice = next(played);
      underWay--;
      slice.results().forEach(finished);
      length = length(length, slice);
    }
  }

  private static ArrayList<TrialTask> slice(Iterator<TrialTask> tasks, int length) {
    ArrayList<TrialTask> slice = new ArrayList<>(length);
    while (slice.size() < length && tasks.hasNext()) {
      slice.add(tasks.next());
    }
    return slice;
  }

  /** As many trials as take about a second, so that short ones do not each cost a job. */
  private static int length(int before, PlayedSlice slice) {
    double fitting = slice.results().size() * SECONDS_OF_A_SLICE / slice.seconds();
    return (int) Math.max(1, Math.min(fitting, Math.min(2 * before, LONGEST_SLICE)));
  }

  private static PlayedSlice next(CompletionService<PlayedSlice> played) {
    try {
      return played.take().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("the sweep was interrupted; trials that are kept stay.", e);
    } catch (ExecutionException e) {
      throw new EngineException(
          "engine spark: "
              + inOneLine(e)
              + " Start again: trials that are kept are not played again.",
          e);
    }
  }

  /** What went wrong without Spark's traces, which its messages carry after the first line. */
  static String inOneLine(ExecutionException failure) {
    Throwable cause = Optional.ofNullable(failure.getCause()).orElse(failure);
    String text = Optional.ofNullable(cause.getMessage()).orElse(cause.toString());
    String line = text.strip().lines().findFirst().orElse("").strip();
    return line.endsWith(".") ? line : line + ".";
  }

  private static Thread daemon(Runnable waiting) {
    Thread thread = new Thread(waiting, "spark-slice");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    context.close();
  }
}
