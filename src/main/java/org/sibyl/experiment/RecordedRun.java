package org.sibyl.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sibyl.experiment.replay.Replay;
import org.sibyl.metrics.Metric;
import org.sibyl.scenario.Scenario;
import org.sibyl.scenario.ScenarioException;
import org.sibyl.scenario.ScenarioReader;

/**
 * The files of a run that its report is made of.
 *
 * @param scenario what was run
 * @param yaml its text, every default written out
 * @param rounds the file of its metrics
 * @param summary how each replicate ended
 * @param provenance what made it
 * @param replay of its first replicate; older runs have none
 */
record RecordedRun(
    Scenario scenario,
    String yaml,
    Path rounds,
    ObjectNode summary,
    ObjectNode provenance,
    Optional<ObjectNode> replay) {

  /** What to do about a damaged file. */
  static final String REMEDY =
      "Run the scenario again: the scenario.yaml of the folder makes the same rounds.";

  /**
   * Reads the folder of a run.
   *
   * @throws IllegalArgumentException when it is not one
   * @throws OutputException when a file is missing or damaged
   */
  static RecordedRun read(Path folder) {
    Path file = folder.resolve("scenario.yaml");
    if (!Files.isRegularFile(file) || !Files.isRegularFile(folder.resolve(Provenance.FILE))) {
      throw new IllegalArgumentException(
          folder
              + ": is not the folder of a run or a sweep. Name one that './sibyl run' or './sibyl"
              + " sweep' printed.");
    }
    Path replay = folder.resolve(Replay.FILE);
    Scenario scenario = scenario(file);
    ObjectNode summary = object(folder.resolve("summary.json"));
    checkSummary(folder.resolve("summary.json"), summary, scenario);
    return new RecordedRun(
        scenario,
        text(file),
        folder.resolve("rounds.csv"),
        summary,
        object(folder.resolve(Provenance.FILE)),
        Files.exists(replay) ? Optional.of(replay(replay)) : Optional.empty());
  }

  private static Scenario scenario(Path file) {
    try {
      return ScenarioReader.read(file, List.of()).scenario();
    } catch (ScenarioException e) {
      throw new OutputException(e.getMessage() + " " + REMEDY, e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new OutputException(file + ": is missing. " + REMEDY, e);
    } catch (IOException e) {
      throw unreadable(file, e.getClass().getSimpleName(), e);
    }
  }

  private static JsonNode json(Path file) {
    try {
      return Text.json(text(file));
    } catch (JsonProcessingException e) {
      String place = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      String what = e.getOriginalMessage().lines().findFirst().orElse("");
      throw unreadable(file, place + what, e);
    }
  }

  private static ObjectNode object(Path file) {
    if (json(file) instanceof ObjectNode object) {
      return object;
    }
    throw unreadable(file, "it is not a JSON object", null);
  }

  private static ObjectNode replay(Path file) {
    try {
      return Replay.checked(json(file));
    } catch (IllegalArgumentException e) {
      throw unreadable(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static void checkSummary(Path file, ObjectNode summary, Scenario scenario) {
    JsonNode replicates = summary.path("replicates");
    if (!summary.path("name").isTextual() || !replicates.isArray() || replicates.isEmpty()) {
      throw unreadable(file, "it names no scenario or no replicates", null);
    }
    for (JsonNode replicate : replicates) {
      if (!replicate.path("rounds").isInt() || !replicate.path("ended").isTextual()) {
        throw unreadable(file, "a replicate lacks its end", null);
      }
      for (Metric metric : scenario.metrics()) {
        if (!replicate.path("metrics").path(metric.name()).isObject()) {
          throw unreadable(file, "a replicate lacks the metric " + metric.name(), null);
        }
      }
    }
  }

  private static OutputException unreadable(Path file, String what, @Nullable Exception cause) {
    String message = file + ": cannot be read (" + what + "). " + REMEDY;
    return cause == null ? new OutputException(message) : new OutputException(message, cause);
  }
}
