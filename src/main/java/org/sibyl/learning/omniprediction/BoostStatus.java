package org.sibyl.learning.omniprediction;

/** How boosting ended, and what that certifies. */
public enum BoostStatus {
  /**
   * No violation, found by an exact audit of the truth. Two-sided: the risks of all rules and of
   * best decisions are right up to the tolerance, and for every loss the best decisions cost at
   * most twice the tolerance more than the best rule of the class. One-sided: only the latter. With
   * no rules to compare with: only the risks of best decisions. Boosting by cell errors ({@code
   * ObliviousBoost}) has bounds of its own.
   */
  EXACT,
  /**
   * No violation, on logs that were large enough for all errors of the run to be known to the
   * accuracy asked for: the same as {@link #EXACT} about all people there could be, with
   * probability 1 less the failure probability. Where the auditor's class is counted by how it
   * decides about the points of a log ({@link Auditor#size}), this is about people with just those
   * features. That people are independent, that propensities are those of the trial, and that no
   * propensity that was possible is less than those known, is believed.
   */
  CERTIFIED,
  /**
   * No violation was found, but nothing is certified: the reasons are in the certificate. Of the
   * people of the log itself the errors are as the certificate says.
   */
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
