package org.sibyl.experiment.sweep;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.sibyl.experiment.InputFiles;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.scenario.ScenarioReader;
import org.sibyl.scenario.SweepPlan;

/**
 * Prints what sweeps cost on this machine beyond the trials themselves: the parallel efficiency for
 * trials of 50 ms, and the overhead for trials of 1 ms, as ratios of runs that alternate. Start it
 * on an idle machine: {@code mvn -B -ntp -Pbenchmark verify
 * -Dharness=org.sibyl.experiment.sweep.SweepSpeed}.
 */
public final class SweepSpeed {
  private static final int REPETITIONS = 7;

  private static final String SCENARIO =
      """
      name: speed
      rounds: 20
      stop: horizon
      population: { size: 100, innate-belief: 0.8, trust: 0.7 }
      network: { type: barabasi-albert, edges-per-node: 2 }
      behavior: { type: pivotal-cooperation }
      trust: { type: bayesian }
      outcome: { type: collective-risk, risk-of-loss: 0.4, contribution-cost: 0.2, group-threshold: 0.5 }
      learning: { type: repeated-risk-minimization, initial: { type: random-binary } }
      metrics: [cooperation, group-success, accuracy, mean-trust]
      """;

  private SweepSpeed() {}

  /** Measures; takes about two minutes. */
  public static void main(String[] arguments) throws IOException {
    int threads = Runtime.getRuntime().availableProcessors();
    efficiency(calibrated(0.050), threads, 200);
    int millisecond = calibrated(0.001);
    overhead(millisecond, 50, 100);
    overhead(millisecond, 5000, 1);
    overhead(10, 50, 100); // the same without the noise of what trials take
  }

  /** A size of population with which a trial takes so long. */
  private static int calibrated(double seconds) {
    int size = 100;
    for (int pass = 0; pass < 8; pass++) {
      Sweep sweep = new Sweep(size, 1, 1);
      int count = (int) Math.max(5, Math.min(500, 0.5 / seconds));
      double took = sweep.bare(count) / count;
      size = (int) Math.max(10, Math.min(1_000_000, size * Math.sqrt(seconds / took)));
    }
    return size;
  }

  private static void efficiency(int size, int threads, int trials) throws IOException {
    Sweep sweep = new Sweep(size, 1, trials);
    double[] ratios = new double[REPETITIONS];
    double[] one = new double[REPETITIONS];
    sweep.played(threads);
    for (int k = 0; k < REPETITIONS; k++) {
      one[k] = sweep.played(1);
      ratios[k] = one[k] / (threads * sweep.played(threads));
    }
    System.out.printf(
        Locale.ROOT,
        "parallel efficiency on %d threads, trials of %.1f ms: median %.3f, all %s%n",
        threads,
        1000 * median(one) / trials,
        median(ratios),
        shown(ratios));
  }

  /** On one thread: more threads hide a part of it. */
  private static void overhead(int size, int cells, int replicates) throws IOException {
    Sweep sweep = new Sweep(size, cells, replicates);
    int trials = cells * replicates;
    double[] bare = new double[REPETITIONS];
    double[] played = new double[REPETITIONS];
    double[] whole = new double[REPETITIONS];
    sweep.whole(1);
    for (int k = 0; k < REPETITIONS; k++) {
      bare[k] = sweep.bare(trials) / trials;
      played[k] = sweep.played(1) / trials - bare[k];
      whole[k] = sweep.whole(1) / trials - bare[k];
    }
    System.out.printf(
        Locale.ROOT,
        "overhead per trial, %d cells x %d replicates of %.2f ms: median %.3f ms until it is safe on"
            + " the disk (all %s), %.3f ms with tables and report (all %s)%n",
        cells,
        replicates,
        1000 * median(bare),
        1000 * median(played),
        shown(times(played)),
        1000 * median(whole),
        shown(times(whole)));
  }

  private static double[] times(double[] seconds) {
    return Arrays.stream(seconds).map(each -> each * 1000).toArray();
  }

  private static String shown(double[] numbers) {
    return String.join(
        " ",
        Arrays.stream(numbers).mapToObj(each -> String.format(Locale.ROOT, "%.3f", each)).toList());
  }

  private static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** A sweep of so many cells, which differ in their seed. */
  private static final class Sweep {
    private final SweepSource source;
    private final SweepPlan plan;
    private final Replication replication;

    Sweep(int size, int cells, int replicates) {
      List<String> set = List.of("population.size=" + size);
      source = new SweepSource("speed.yaml", SCENARIO, "", set, Map.of());
      LoadedScenario base = ScenarioReader.parse("speed.yaml", SCENARIO, Path.of(""), set);
      plan = SweepPlan.of(base, List.of("seed=1.." + cells));
      replication = Replication.fixed(replicates);
    }

    /** Seconds for so many trials, one after the other, results thrown away. */
    double bare(int trials) {
      TrialRunner runner = new TrialRunner(source);
      long start = System.nanoTime();
      for (int trial = 0; trial < trials; trial++) {
        long cell = trial / replication.minimum() % plan.points().size();
        int replicate = trial % replication.minimum();
        TrialResult result = runner.run(new TrialTask(cell, replicate, "", plan.settings(cell)));
        if (result.hasFailed()) {
          throw new IllegalStateException(result.message());
        }
      }
      return (System.nanoTime() - start) / 1e9;
    }

    /** Seconds until all trials are safe in the journal. */
    double played(int threads) throws IOException {
      return in(threads, false);
    }

    /** Seconds for everything that the command does. */
    double whole(int threads) throws IOException {
      return in(threads, true);
    }

    private double in(int threads, boolean tables) throws IOException {
      Path path = Files.createTempDirectory("sweep-speed");
      try {
        long start = System.nanoTime();
        InputFiles inputs = InputFiles.of(plan.inputs());
        SweepIdentity identity = SweepIdentity.of(plan, inputs);
        try (Engine engine = new LocalEngine(threads);
            SweepFolder folder = SweepFolder.open(path, identity, inputs);
            SweepProgress progress =
                new SweepProgress(
                    SweepProgress.Shown.NOT, new PrintWriter(System.err), System::nanoTime)) {
          new SweepRun(plan, identity, replication, folder.journal(), progress)
              .play(engine, source);
          if (tables) {
            new SweepOutput(folder, plan, new SweepOrigin("speed.yaml", List.of())).finish(0);
          }
        }
        return (System.nanoTime() - start) / 1e9;
      } finally {
        try (Stream<Path> all = Files.walk(path)) {
          for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }
  }
}
