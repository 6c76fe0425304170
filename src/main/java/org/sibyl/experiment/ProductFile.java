package org.sibyl.experiment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sibyl.learning.neural.SavedPredictor;
import org.sibyl.learning.neural.TrainedPredictor;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;
import org.sibyl.scenario.PredictorFile;
import org.sibyl.scenario.Scenario;
import org.sibyl.scenario.ScenarioWriter;

/** The file of what a replicate's learner left: beside the summary, and complete like it. */
final class ProductFile {
  private static final String NAME = "predictor-";

  private final Scenario scenario;
  private final int replicate;
  private final OutputFolder folder;
  private Optional<String> name = Optional.empty();

  ProductFile(Scenario scenario, int replicate, OutputFolder folder) {
    this.scenario = scenario;
    this.replicate = replicate;
    this.folder = folder;
  }

  /** Its name; empty while nothing is written. */
  Optional<String> name() {
    return name;
  }

  /** Writes what the learner left. */
  void write(Record product) {
    if (product instanceof PerformativeOmnipredictor omnipredictor) {
      String file = NAME + replicate + ".json";
      folder.write(file, PredictorFile.json(omnipredictor));
      name = Optional.of(file);
    } else if (product instanceof TrainedPredictor trained) {
      String file = NAME + replicate + ".sibyl";
      folder.write(file, bytes(trained));
      name = Optional.of(file);
    } else {
      throw new IllegalStateException("product: no file keeps a " + product.getClass().getName());
    }
  }

  private byte[] bytes(TrainedPredictor trained) {
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("scenario", scenario.name());
    provenance.put("seed", Long.toString(scenario.seed()));
    provenance.put("replicate", Integer.toString(replicate));
    provenance.put("epoch", Integer.toString(trained.epoch()));
    provenance.put("sibyl-version", Version.current().number());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      SavedPredictor.of(
              trained.architecture(),
              ScenarioWriter.line((Record) trained.architecture()),
              trained.individuals(),
              trained.weights(),
              provenance)
          .write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Deletes those of an older run. */
  static void deleteAll(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      List<Path> old =
          files
              .filter(
                  file ->
                      String.valueOf(file.getFileName()).matches("predictor-\\d+\\.(json|sibyl)"))
              .toList();
      for (Path file : old) {
        Files.delete(file);
      }
    }
  }
}
