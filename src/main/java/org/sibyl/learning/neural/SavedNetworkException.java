package org.sibyl.learning.neural;

import java.nio.file.Path;
import org.sibyl.numeric.InputFileException;

/**
 * The file of a saved predictor has an error, or does not fit; the message begins with the file.
 */
public final class SavedNetworkException extends InputFileException {
  private static final long serialVersionUID = 1L;

  /** An error of this file. */
  public SavedNetworkException(Path file, String problem) {
    super(file + ": " + problem);
  }
}
