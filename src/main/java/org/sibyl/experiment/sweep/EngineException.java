package org.sibyl.experiment.sweep;

/** An engine that could not be reached or stopped working: place, what happened, and a remedy. */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What the message says, without a cause to show. */
  public EngineException(String message) {
    super(message);
  }

  /** What the message says, because of this. */
  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
