package org.sibyl.prediction;

/** A learner read what its declared feedback does not include. */
public final class IllegalReadException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  IllegalReadException(Feedback declared, Feedback needed, String what) {
    super(
        "feedback: a learner that declares "
            + declared
            + " may not read "
            + what
            + ", which takes "
            + needed
            + ". Declare it.");
  }
}
