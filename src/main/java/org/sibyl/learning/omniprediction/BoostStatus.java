package org.sibyl.learning.omniprediction;

/** How boosting ended, and what that certifies. */
public enum BoostStatus {
  /**
   * No violation, found by an exact audit of the truth: all errors are at most the tolerance, and
   * for every loss the best decisions cost at most twice the tolerance more than the best rule of
   * the class.
   */
  EXACT,
  /**
   * No violation, on a log that was large enough for errors to be estimated to a quarter of the
   * tolerance: as {@link #EXACT}, but for the failure probability.
   */
  CERTIFIED,
  /** No violation was found, but nothing is certified: the reasons are in the certificate. */
  HEURISTIC,
  /**
   * More updates than theory allows: errors were not estimated well enough. Nothing is certified.
   */
  BOUND_EXCEEDED,
  /**
   * More updates than theory allows where people's decisions affect others: no model of outcomes
   * fits all rules. Nothing is certified.
   */
  NO_COMMON_NATURE
}
