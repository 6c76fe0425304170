package org.sibyl.numeric;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that its user may have or not; something else stands in for it when it is absent.
 *
 * @param path where it would lie
 */
public record FileIfPresent(Path path) {
  /** Whether something lies at the path at this moment, be it a folder. */
  public boolean exists() {
    return Files.exists(path);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
