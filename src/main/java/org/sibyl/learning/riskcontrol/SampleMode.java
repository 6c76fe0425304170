package org.sibyl.learning.riskcontrol;

/** What the cohorts of the rounds are to each other; widths are valid for some only. */
public enum SampleMode {
  /** New people in every round, independent of all before: what the guarantees assume. */
  FRESH,
  /** The same people again, with a width that holds for all thresholds at once. */
  REUSE_UNIFORM,
  /** The same people again, with any width: what is often done, and not guaranteed. */
  REUSE_HEURISTIC,
  /**
   * The published code's: all people but a sample, with the width of the sample's size; for
   * comparison with its numbers.
   */
  REFERENCE_COMPLEMENT
}
