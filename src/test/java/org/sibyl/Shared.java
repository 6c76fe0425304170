package org.sibyl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The recorded reference results. They lie in the folder {@code shared} beside the project, or
 * where the system property {@code sibyl.shared} says; tests that ask for them are skipped without
 * it.
 */
public final class Shared {
  private static final ObjectMapper READER = new ObjectMapper();

  private Shared() {}

  /** The file at this path within the folder; skips the test when the folder is absent. */
  public static Path path(String relative) {
    String project = System.getProperty("basedir", "");
    Path folder =
        Path.of(System.getProperty("sibyl.shared", Path.of(project, "..", "shared").toString()));
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        () -> "no reference results: " + folder.toAbsolutePath().normalize() + " is not a folder");
    return folder.resolve(relative);
  }

  /** The content of a JSON file within the folder; skips the test when the folder is absent. */
  public static JsonNode json(String relative) {
    Path file = path(relative);
    try {
      return READER.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
