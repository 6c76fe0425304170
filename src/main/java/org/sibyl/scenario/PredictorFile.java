package org.sibyl.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;

/**
 * A learned model of outcomes in a JSON file: {@code decisions, initial, losses, rules, updates},
 * as a scenario would write them, with numbers in the shortest form that reads back. What is read
 * predicts the same to the bit. In a scenario the name of such a file, which must end in {@code
 * .json}, stands for any law; where that law is written again, it is written out.
 */
public final class PredictorFile {
  private PredictorFile() {}

  /**
   * Writes a predictor.
   *
   * @throws UncheckedIOException when the file cannot be written
   */
  public static void write(Path file, PerformativeOmnipredictor predictor) {
    try {
      Files.writeString(file, json(predictor));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of such a file. */
  public static String json(PerformativeOmnipredictor predictor) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n"); // the same on every system
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
    try {
      return ScenarioWriter.JSON.writer(printer).writeValueAsString(ScenarioWriter.tree(predictor))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("predictor: cannot be written", e);
    }
  }

  /**
   * Reads a predictor.
   *
   * @throws ScenarioException when it cannot be read or is not valid, with place and remedy
   */
  public static PerformativeOmnipredictor read(Path file) {
    return Binder.fromFile(PerformativeOmnipredictor.class, file, List.of());
  }
}
