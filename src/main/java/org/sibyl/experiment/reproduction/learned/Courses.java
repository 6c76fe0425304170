package org.sibyl.experiment.reproduction.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.neural.GameResult;

/** Trainings side by side, which know nothing of each other. */
final class Courses {
  /** More would not fit into the memory that a program has by default on a small machine. */
  private static final int THREADS = 2;

  private Courses() {}

  /** What the games of each came to; the same on any number of threads. */
  static List<List<GameResult>> results(Workbench bench, List<Course> courses, int games) {
    return results(bench, courses, games, THREADS);
  }

  static List<List<GameResult>> results(
      Workbench bench, List<Course> courses, int games, int threads) {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<GameResult>>> running = new ArrayList<>();
      for (Course course : courses) {
        Callable<List<GameResult>> whole = () -> course.results(bench, games);
        running.add(workers.submit(whole));
      }
      List<List<GameResult>> results = new ArrayList<>();
      for (Future<List<GameResult>> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the trainings were interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } finally {
      workers.shutdownNow();
    }
  }
}
