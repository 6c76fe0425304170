package org.sibyl.population.table;

/** What becomes of a row in which the label or a feature is missing. */
public enum IncompleteRows {
  /** It is left out. */
  DROP,
  /** It is an error. */
  REFUSE
}
