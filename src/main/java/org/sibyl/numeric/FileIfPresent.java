package org.sibyl.numeric;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that need not be there: a scenario that names one says what stands in for it.
 *
 * @param path where it would be
 */
public record FileIfPresent(Path path) {
  /** Whether it is there. */
  public boolean exists() {
    return Files.isRegularFile(path);
  }
}
