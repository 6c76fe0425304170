package org.sibyl.experiment.sweep.sensitivity;

/**
 * An estimated index with its 95 % bootstrap interval; NaN where undefined.
 *
 * @param value the estimate from all units
 * @param low the 2.5 % percentile over the resamples
 * @param high the 97.5 % percentile over the resamples
 */
public record Estimate(double value, double low, double high) {
  /** What cannot be estimated. */
  public static final Estimate UNDEFINED = new Estimate(Double.NaN, Double.NaN, Double.NaN);

  /** Whether there is a value; its interval may be undefined all the same. */
  public boolean isDefined() {
    return !Double.isNaN(value);
  }
}
