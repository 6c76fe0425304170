package org.sibyl.learning;

/** A learner's parameters left all bounds, or became no number. The run ends as diverged. */
public final class DivergenceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DivergenceException(String message) {
    super(message);
  }
}
