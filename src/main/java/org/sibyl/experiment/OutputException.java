package org.sibyl.experiment;

/** Results that cannot be written: the folder, why, and what to do. */
public final class OutputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With what the system said. */
  public OutputException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Without a cause in the system. */
  public OutputException(String message) {
    super(message);
  }
}
