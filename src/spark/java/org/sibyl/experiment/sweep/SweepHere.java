package org.sibyl.experiment.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.spark.SparkFiles;

/** A sweep on an executor: one runner for all its threads, and files where the runner looks. */
final class SweepHere {
  private static final Map<String, SweepHere> PLAYED = new ConcurrentHashMap<>();

  private final TrialRunner runner;
  private final String here;
  private final String there;

  private SweepHere(TrialRunner runner, Path here, String there) {
    this.runner = runner;
    this.here = here.toString();
    this.there = there;
  }

  /** The sweep of this identity; of several threads that ask first, one prepares it. */
  static SweepHere of(String identity, Supplier<SweepSource> sweep) {
    return PLAYED.computeIfAbsent(identity, key -> prepared(key, sweep.get()));
  }

  private static SweepHere prepared(String identity, SweepSource sweep) {
    if (sweep.inputs().entrySet().stream().allMatch(input -> isThere(sweep, input))) {
      return new SweepHere(new TrialRunner(sweep), Path.of(sweep.folder()), sweep.folder());
    }
    // Spark removes the application's folder. Names may begin with any number of "..".
    Path root = Path.of(SparkFiles.getRootDirectory(), identity).toAbsolutePath().normalize();
    Path folder = root;
    int depth = sweep.inputs().keySet().stream().mapToInt(SweepHere::depth).max().orElse(0);
    for (int level = 0; level < depth; level++) {
      folder = folder.resolve("folder");
    }
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, byte[]> input : sweep.inputs().entrySet()) {
        Path file = folder.resolve(input.getKey()).normalize();
        // An absolute name cannot be met by a file of ours: the trials will say what is not there.
        if (file.startsWith(root)) {
          Files.createDirectories(file.resolveSibling(""));
          Files.write(file, input.getValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SweepSource moved =
        new SweepSource(
            sweep.name(), sweep.text(), folder.toString(), sweep.overrides(), sweep.inputs());
    return new SweepHere(new TrialRunner(moved), folder, sweep.folder());
  }

  /** Whether this machine has the file, and not another of the same name. */
  private static boolean isThere(SweepSource sweep, Map.Entry<String, byte[]> input) {
    Path file = Path.of(sweep.folder()).resolve(input.getKey());
    try {
      return Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), input.getValue());
    } catch (IOException e) {
      return false;
    }
  }

  private static int depth(String name) {
    int depth = 0;
    for (Path step : Path.of(name)) {
      depth += step.toString().equals("..") ? 1 : 0;
    }
    return depth;
  }

  /** Runs a trial. What it says names the sweep's own folder, wherever it is played. */
  TrialResult run(TrialTask task) {
    TrialResult result = runner.run(task);
    if (here.equals(there) || !result.message().contains(here)) {
      return result;
    }
    return new TrialResult(
        result.cell(),
        result.replicate(),
        result.key(),
        result.ended(),
        result.message().replace(here, there),
        result.rounds(),
        result.cycleLength(),
        result.metrics(),
        result.values());
  }
}
