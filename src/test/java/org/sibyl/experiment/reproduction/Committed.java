package org.sibyl.experiment.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Numbers that are committed beside the reproductions; {@code -Dregenerate=true} writes them anew.
 */
final class Committed {
  private static final Path FOLDER =
      Path.of(
          System.getProperty("basedir", ""),
          "src/main/resources/org/sibyl/experiment/reproduction");

  private Committed() {}

  /** A test for each file of expected numbers: it holds just what its generator makes. */
  static Stream<DynamicTest> areCommitted(Map<String, Supplier<Recorded>> generators) {
    return generators.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () ->
                        isCommitted(
                            "expected/" + entry.getKey() + ".csv", entry.getValue().get().text())));
  }

  /** Fails unless the file of this name holds just this text. */
  static void isCommitted(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("regenerate")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(Files.readString(file)).isEqualTo(text);
  }
}
