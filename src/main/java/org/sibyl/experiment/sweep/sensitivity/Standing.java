package org.sibyl.experiment.sweep.sensitivity;

/** Whether outputs allow an analysis at all. */
public enum Standing {
  /** They do. */
  DEFINED(""),
  /** The outputs do not vary, so there are no shares of their variance to speak of. */
  NO_VARIANCE("undefined: the output does not vary"),
  /** Fewer than two units without a failed trial. */
  TOO_FEW("undefined: fewer than two units without a failed trial");

  private final String meaning;

  Standing(String meaning) {
    this.meaning = meaning;
  }

  /** The standing in words, for a report; empty when defined. */
  public String meaning() {
    return meaning;
  }
}
