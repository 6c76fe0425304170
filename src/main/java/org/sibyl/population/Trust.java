package org.sibyl.population;

/** Trust between its two forms: a probability for people, log-odds for arithmetic. */
public final class Trust {
  private Trust() {}

  /** Log-odds of a probability in [0, 1]; infinite at the ends. */
  public static double logOdds(double probability) {
    return StrictMath.log(probability) - StrictMath.log1p(-probability);
  }

  /** The probability, in [0, 1], of log-odds; exact at plus and minus infinity. */
  public static double probability(double logOdds) {
    return 1 / (1 + StrictMath.exp(-logOdds));
  }
}
