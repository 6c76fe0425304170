package org.sibyl.numeric;

/** A probability as log-odds and back: people read the first, evidence adds up in the second. */
public final class LogOdds {
  private LogOdds() {}

  /** Log-odds, natural logarithm, of a probability in [0, 1]; infinite at the ends. */
  public static double of(double probability) {
    return StrictMath.log(probability) - StrictMath.log1p(-probability);
  }

  /** The probability, in [0, 1], of log-odds; exact at plus and minus infinity. */
  public static double probability(double logOdds) {
    return 1 / (1 + StrictMath.exp(-logOdds));
  }
}
