package org.sibyl.learning.omniprediction;

/**
 * A number estimated from a log.
 *
 * @param value in units of loss; NaN when it is not defined
 * @param standing what may be said of it
 */
public record Estimate(double value, Standing standing) {
  /** What may be said of an estimate. */
  public enum Standing {
    /** Unbiased, a mean of independent bounded terms: bounds on its error hold. */
    CERTIFIABLE,
    /** Biased, or from propensities that are themselves estimates: no bound is claimed. */
    NOT_CERTIFIED,
    /** There is nothing to take the mean of. */
    UNDEFINED
  }
}
