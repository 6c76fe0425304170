package org.sibyl.scenario;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads scenario files. */
public final class ScenarioReader {
  private ScenarioReader() {}

  /**
   * Reads a file and applies what the command line sets.
   *
   * @param file the scenario
   * @param overrides {@code path=value}, applied in order
   * @throws ScenarioException when it cannot be read or is not valid, with place and remedy
   */
  public static LoadedScenario read(Path file, List<String> overrides) {
    return parse(file.toString(), text(file), folder(file), overrides);
  }

  /** Reads a scenario given as text; files it names are looked for in the folder. */
  public static LoadedScenario parse(
      String source, String text, Path folder, List<String> overrides) {
    Node tree = Overrides.apply(YamlReader.read(source, text), overrides);
    return LoadedScenario.bind(tree, folder);
  }

  static Path folder(Path file) {
    @Nullable Path parent = file.getParent();
    return parent == null ? Path.of("") : parent;
  }

  static String text(Path file) {
    Place place = new Place(file.toString(), 0);
    if (Files.isDirectory(file)) {
      throw new ScenarioException(place, "is a folder. Name a scenario file in it.");
    }
    if (!Files.exists(file)) {
      throw new ScenarioException(
          place,
          "does not exist. ./sibyl list scenarios shows what there is." + Names.beside(file));
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new ScenarioException(place, "is not UTF-8 text. Save it as UTF-8.");
    } catch (IOException e) {
      throw new ScenarioException(place, "cannot be read (" + e + "). Check its permissions.");
    }
  }
}
