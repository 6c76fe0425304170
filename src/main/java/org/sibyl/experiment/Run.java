package org.sibyl.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sibyl.numeric.Workers;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.scenario.Scenario;
import org.sibyl.scenario.ScenarioWriter;
import org.sibyl.simulation.RoundObserver;

/** All replicates of a scenario, recorded in one folder. */
final class Run {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final LoadedScenario loaded;
  private final Workers workers;
  private final boolean agents;
  private final RoundObserver progress;

  /**
   * A run to be made.
   *
   * @param agents whether to write every individual's every round
   * @param progress told of every round, for display only
   */
  Run(LoadedScenario loaded, Workers workers, boolean agents, RoundObserver progress) {
    this.loaded = loaded;
    this.workers = workers;
    this.agents = agents;
    this.progress = progress;
  }

  /**
   * What a run came to.
   *
   * @param folder where it is recorded
   * @param endings one for each replicate
   * @param summaries for each replicate, one for each metric
   */
  record Result(Path folder, List<Ending> endings, List<List<Extremes>> summaries) {
    boolean diverged() {
      return endings.stream().anyMatch(ending -> ending.kind() == Ending.Kind.DIVERGED);
    }
  }

  /** Plays and records all replicates. */
  Result into(Path target) {
    long start = System.nanoTime();
    Scenario scenario = loaded.resolved();
    loaded.world(0); // what does not fit is found before a folder is made
    try (OutputFolder folder = OutputFolder.prepare(target)) {
      Map<Path, Path> inputs = inputs(scenario);
      inputs.forEach((file, name) -> folder.copy(file, name.toString()));
      String yaml = ScenarioWriter.yaml(scenario, inputs::get);
      folder.write("scenario.yaml", yaml);
      Result result = play(scenario, folder);
      folder.write("summary.json", Text.pretty(summary(scenario, result)));
      double seconds = (System.nanoTime() - start) / 1e9;
      ObjectNode provenance = provenance(scenario, yaml, seconds);
      folder.write(
          "report.html",
          Report.ofRun(
              yaml, folder.partial("rounds.csv"), summary(scenario, result), provenance, scenario));
      folder.write(OutputFolder.LAST_FILE, Text.pretty(provenance));
      folder.publish();
      return result;
    }
  }

  private Result play(Scenario scenario, OutputFolder folder) {
    List<Ending> endings = new ArrayList<>();
    List<List<Extremes>> summaries = new ArrayList<>();
    try (RoundsRecorder rounds = new RoundsRecorder(scenario.metrics(), folder)) {
      IndividualsRecorder individuals = agents ? new IndividualsRecorder(folder) : null;
      try {
        for (int replicate = 0; replicate < scenario.replicates(); replicate++) {
          int number = replicate;
          rounds.begin(number);
          endings.add(
              Trial.play(
                  loaded,
                  number,
                  workers,
                  round -> {
                    rounds.observe(round);
                    if (individuals != null) {
                      individuals.observe(number, round);
                    }
                    progress.observe(round);
                  }));
          summaries.add(rounds.summary());
        }
      } finally {
        if (individuals != null) {
          individuals.close();
        }
      }
    }
    return new Result(folder.folder(), endings, summaries);
  }

  /** What each input file is called inside the run's folder. */
  private static Map<Path, Path> inputs(Scenario scenario) {
    Map<Path, Path> names = new LinkedHashMap<>();
    for (Path file : ScenarioWriter.inputs(scenario)) {
      String plain = String.valueOf(file.getFileName());
      Path name = Path.of("inputs", plain);
      for (int k = 2; names.containsValue(name) && !names.containsKey(file); k++) {
        name = Path.of("inputs", k + "-" + plain);
      }
      names.putIfAbsent(file, name);
    }
    return names;
  }

  private static ObjectNode summary(Scenario scenario, Result result) {
    ObjectNode summary = JSON.objectNode();
    summary.put("name", scenario.name());
    var replicates = summary.putArray("replicates");
    for (int k = 0; k < result.endings().size(); k++) {
      Ending ending = result.endings().get(k);
      ObjectNode entry = replicates.addObject();
      entry.put("replicate", k);
      entry.put("ended", ending.kind().name().toLowerCase(Locale.ROOT));
      entry.put("rounds", ending.rounds());
      if (ending.kind() == Ending.Kind.CYCLE) {
        entry.put("cycle-length", ending.cycleLength());
        entry.put("pre-period", ending.prePeriod());
      }
      if (ending.kind() == Ending.Kind.DIVERGED) {
        entry.put("message", ending.message());
      }
      ObjectNode metrics = entry.putObject("metrics");
      result.summaries().get(k).forEach(metric -> metrics.set(metric.name(), metric.json()));
    }
    return summary;
  }

  private static ObjectNode provenance(Scenario scenario, String yaml, double seconds) {
    Version version = Version.current();
    ObjectNode provenance = JSON.objectNode();
    provenance.put("sibyl-version", version.number());
    provenance.put("commit", version.commit());
    provenance.put(
        "jvm",
        System.getProperty("java.vm.name")
            + " "
            + System.getProperty("java.runtime.version")
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch"));
    provenance.put("scenario-sha256", sha256(yaml));
    provenance.put("seed", scenario.seed());
    provenance.put("wall-seconds", StrictMath.rint(seconds * 1000) / 1000);
    provenance.put("peak-heap-bytes", peakHeap());
    return provenance;
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(peak -> peak.getUsed())
        .sum();
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
