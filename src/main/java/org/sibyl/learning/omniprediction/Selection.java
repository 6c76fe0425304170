package org.sibyl.learning.omniprediction;

/** Which of several violations is mended. */
public enum Selection {
  /** The first: rules before best decisions, in the order of losses. */
  FIRST,
  /** The greatest; of equal ones the first. */
  MAX
}
