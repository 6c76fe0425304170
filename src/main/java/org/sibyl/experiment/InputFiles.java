package org.sibyl.experiment;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files that a scenario reads, and what their copies are called in a folder of results.
 *
 * @param names for each file its copy, relative to the folder
 */
public record InputFiles(Map<Path, Path> names) {
  /** Where copies lie in a folder of results. */
  public static final String FOLDER = "inputs";

  public InputFiles {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  /** Names for these files: their own, numbered where two are alike. */
  public static InputFiles of(Collection<Path> files) {
    Map<Path, Path> names = new LinkedHashMap<>();
    for (Path file : files) {
      String plain = String.valueOf(file.getFileName());
      Path name = Path.of(FOLDER, plain);
      for (int k = 2; names.containsValue(name) && !names.containsKey(file); k++) {
        name = Path.of(FOLDER, k + "-" + plain);
      }
      names.putIfAbsent(file, name);
    }
    return new InputFiles(names);
  }

  /** What the copy of a file is called; one that is not there has a place all the same. */
  public Path nameOf(Path file) {
    return names.getOrDefault(file, Path.of(FOLDER, String.valueOf(file.getFileName())));
  }
}
