package org.sibyl.population.table;

/** Whom the published experiments of risk control take from the credit data (Li et al. 2025). */
public enum CreditExperiment {
  /** The tail risk: all who remain, 118 769 people. */
  QUANTILE,
  /**
   * The expected risk: all remaining defaulters and the first 10 000 remaining others of the file,
   * 17 607 people.
   */
  EXPECTED
}
