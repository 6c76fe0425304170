package org.sibyl.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sibyl.learning.neural.TrainedPredictor;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;
import org.sibyl.scenario.PredictorFile;
import org.sibyl.scenario.Scenario;

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
      name = Optional.of(file);
    } else {
      throw new IllegalStateException("product: no file keeps a " + product.getClass().getName());
    }
  }

  /** Deletes those of an older run. */
  static void deleteAll(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      List<Path> old =
          files
              .filter(file -> String.valueOf(file.getFileName()).matches("predictor-\\d+\\.(json|sibyl)"))
              .toList();
      for (Path file : old) {
        Files.delete(file);
      }
    }
  }
}
