package org.sibyl.learning.omniprediction;

/**
 * How far an update goes, always with the sign of the error it mends (the paper's figure has the
 * other sign and another scale, see the errata). Each lowers the potential, the mean squared
 * distance of the model from the truth summed over decisions, at least by what is said here, for an
 * audit without sampling error.
 */
public enum StepPolicy {
  /** The tolerance over max squared: lowers the potential by tolerance squared over max squared. */
  FIXED,
  /** The error over max squared: by error squared over max squared. */
  PROPORTIONAL,
  /** The error over the mean squared slope along the rule: by error squared over that. */
  LINE_SEARCH,
  /**
   * Half the tolerance over max squared: for errors that are estimated to a quarter of the
   * tolerance, by a quarter of tolerance squared over max squared.
   */
  CERTIFIED
}
