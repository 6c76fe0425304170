package org.sibyl.metrics;

/** What a {@link Mean} is taken of. */
public enum Averaged {
  /** What came of it. */
  LABEL,
  /** What people did. */
  ACTION,
  /** What was said. */
  PREDICTION
}
