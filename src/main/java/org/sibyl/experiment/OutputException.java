package org.sibyl.experiment;

/** Results that cannot be written: the folder, why, and what to do. */
final class OutputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OutputException(String message, Throwable cause) {
    super(message, cause);
  }

  OutputException(String message) {
    super(message);
  }
}
