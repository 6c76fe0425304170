package org.sibyl.experiment.sweep;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A sweep through the engine, as a program of its own: arguments are the master and a file. */
final class SparkSweep {
  static final int TRIALS = 200;
  private static final int REPLICATES = 10;
  private static final Path SCENARIOS = Path.of("scenarios", "collective-risk");

  private SparkSweep() {}

  /** Writes a line for each trial as soon as it comes. */
  public static void main(String[] arguments) throws IOException {
    long start = System.nanoTime();
    try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[1])), true);
        SparkEngine engine =
            new SparkEngine(arguments[0], Duration.ofSeconds(Long.parseLong(arguments[2])))) {
      say("connected", start);
      boolean[] first = {true};
      // The folder is nowhere, as on another machine: its files have to travel.
      engine.run(
          source("not-here"),
          tasks().iterator(),
          result -> {
            if (first[0]) {
              say("first trial", start);
              first[0] = false;
            }
            lines.println(line(result));
          });
      say("last trial", start);
    } catch (EngineException e) {
      System.err.println(e.getMessage());
      System.exit(3);
    }
    System.exit(0);
  }

  private static void say(String what, long start) {
    System.out.printf("%s after %.1f s%n", what, (System.nanoTime() - start) / 1e9);
  }

  /** The sweep where it was written. */
  static SweepSource source() {
    return source(SCENARIOS.toString());
  }

  private static SweepSource source(String folder) {
    try {
      return new SweepSource(
          "karate.yaml",
          Files.readString(SCENARIOS.resolve("karate.yaml")),
          folder,
          List.of("stop=horizon"),
          Map.of("karate.csv", Files.readAllBytes(SCENARIOS.resolve("karate.csv"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The trials; those of the last cell fail. */
  static List<TrialTask> tasks() {
    List<TrialTask> tasks = new ArrayList<>();
    for (int trial = 0; trial < TRIALS; trial++) {
      int cell = trial / REPLICATES;
      boolean fails = (cell + 1) * REPLICATES == TRIALS;
      tasks.add(
          new TrialTask(
              cell,
              trial % REPLICATES,
              Integer.toHexString(trial),
              List.of("population.trust=" + (cell + 1) / 20.0, "rounds=" + (fails ? -1 : 100))));
    }
    return tasks;
  }

  /** A result with every number exactly. */
  static String line(TrialResult result) {
    return String.join(
        ";",
        Long.toString(result.cell()),
        Integer.toString(result.replicate()),
        result.key(),
        result.ended(),
        result.message(),
        Integer.toString(result.rounds()),
        Integer.toString(result.cycleLength()),
        Integer.toString(result.metrics()),
        Arrays.toString(result.values()));
  }
}
