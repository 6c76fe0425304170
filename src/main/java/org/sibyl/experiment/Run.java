package org.sibyl.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.sibyl.experiment.replay.Replay;
import org.sibyl.experiment.replay.ReplayRecorder;
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
  private final int first;
  private final int last;

  /**
   * A run to be made.
   *
   * @param only the one replicate to be played; else all
   * @param agents whether to write every individual's every round
   * @param progress told of every round, for display only
   */
  Run(
      LoadedScenario loaded,
      OptionalInt only,
      Workers workers,
      boolean agents,
      RoundObserver progress) {
    this.loaded = loaded;
    this.workers = workers;
    this.agents = agents;
    this.progress = progress;
    this.first = only.orElse(0);
    this.last = only.orElse(loaded.scenario().replicates() - 1);
  }

  /**
   * What a run came to.
   *
   * @param folder where it is recorded
   * @param first the first replicate's number
   * @param endings one for each replicate
   * @param summaries for each replicate, one for each metric
   * @param products for each replicate the file of what its learner left, if it left something
   */
  record Result(
      Path folder,
      int first,
      List<Ending> endings,
      List<List<Extremes>> summaries,
      List<Optional<String>> products) {
    boolean diverged() {
      return endings.stream().anyMatch(ending -> ending.kind() == Ending.Kind.DIVERGED);
    }
  }

  /** Plays and records all replicates. */
  Result into(Path target) {
    long start = System.nanoTime();
    Scenario scenario = loaded.resolved();
    loaded.world(first); // what does not fit is found before a folder is made
    try (OutputFolder folder = OutputFolder.prepare(target)) {
      InputFiles inputs = InputFiles.of(ScenarioWriter.inputs(scenario));
      inputs.names().forEach((file, name) -> folder.copy(file, name.toString()));
      String yaml = ScenarioWriter.yaml(scenario, inputs::nameOf);
      folder.write("scenario.yaml", yaml);
      ReplayRecorder recorder = new ReplayRecorder(first);
      Result result = play(scenario, folder, recorder);
      Optional<ObjectNode> replay = recorder.finish();
      replay.ifPresent(json -> folder.write(Replay.FILE, Text.line(json)));
      ObjectNode summary = summary(scenario, result);
      folder.write("summary.json", Text.pretty(summary));
      double seconds = (System.nanoTime() - start) / 1e9;
      ObjectNode provenance = Provenance.of(yaml, scenario.seed(), seconds);
      Path rounds = folder.partial("rounds.csv");
      folder.write(
          "report.html",
          Report.of(new RecordedRun(scenario, yaml, rounds, summary, provenance, replay)));
      folder.write(OutputFolder.LAST_FILE, Text.pretty(provenance));
      folder.publish();
      return result;
    }
  }

  private Result play(Scenario scenario, OutputFolder folder, ReplayRecorder replay) {
    List<Ending> endings = new ArrayList<>();
    List<List<Extremes>> summaries = new ArrayList<>();
    List<Optional<String>> products = new ArrayList<>();
    try (RoundsRecorder rounds = new RoundsRecorder(scenario.metrics(), folder)) {
      IndividualsRecorder individuals = agents ? new IndividualsRecorder(folder) : null;
      try {
        for (int replicate = first; replicate <= last; replicate++) {
          int number = replicate;
          rounds.begin(number);
          ProductFile product = new ProductFile(scenario, number, folder);
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
                    if (number == first) {
                      replay.observe(round);
                    }
                    progress.observe(round);
                  },
                  product::write));
          summaries.add(rounds.summary());
          products.add(product.name());
        }
      } finally {
        if (individuals != null) {
          individuals.close();
        }
      }
    }
    return new Result(folder.folder(), first, endings, summaries, products);
  }

  private static ObjectNode summary(Scenario scenario, Result result) {
    ObjectNode summary = JSON.objectNode();
    summary.put("name", scenario.name());
    var replicates = summary.putArray("replicates");
    for (int k = 0; k < result.endings().size(); k++) {
      Ending ending = result.endings().get(k);
      ObjectNode entry = replicates.addObject();
      entry.put("replicate", result.first() + k);
      entry.put("ended", ending.kind().name().toLowerCase(Locale.ROOT));
      entry.put("rounds", ending.rounds());
      if (ending.kind() == Ending.Kind.CYCLE) {
        entry.put("cycle-length", ending.cycleLength());
        entry.put("pre-period", ending.prePeriod());
      }
      if (ending.kind() == Ending.Kind.DIVERGED) {
        entry.put("message", ending.message());
      }
      if (!ending.notes().isEmpty()) {
        ending.notes().forEach(entry.putArray("notes")::add);
      }
      result.products().get(k).ifPresent(file -> entry.put("predictor", file));
      ObjectNode metrics = entry.putObject("metrics");
      result.summaries().get(k).forEach(metric -> metrics.set(metric.name(), metric.json()));
    }
    return summary;
  }
}
