package org.sibyl.numeric;

/**
 * A file that a scenario names has an error. The message starts with the file, and its line where
 * one is to blame, so nobody puts another place before it.
 */
public class InputFileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** An error of this file. */
  protected InputFileException(String message) {
    super(message);
  }
}
