package org.sibyl.learning;

/** A learner's parameters left all bounds, or became no number. The run ends as diverged. */
public final class DivergenceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With a message that says what became of which parameters. */
  public DivergenceException(String message) {
    super(message);
  }
}
