package org.sibyl.experiment.reproduction;

/**
 * A measured number.
 *
 * @param value the number
 * @param standardError its standard error; 0 when it is exact
 */
public record Estimate(double value, double standardError) {
  /** A number without sampling error. */
  public static Estimate exact(double value) {
    return new Estimate(value, 0);
  }

  /** The mean of independent numbers, at least 2. */
  public static Estimate mean(double... values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Estimate(mean, StrictMath.sqrt(squares / (values.length - 1) / values.length));
  }

  /**
   * The mean of independent numbers in [0, 1] by its sum. The standard error is that of a coin of
   * the same mean, which no law on [0, 1] exceeds, with one head and one tail added, so that an
   * event that was never seen is not taken for impossible.
   */
  public static Estimate share(double sum, int count) {
    double smoothed = (sum + 1) / (count + 2);
    return new Estimate(sum / count, StrictMath.sqrt(smoothed * (1 - smoothed) / count));
  }
}
