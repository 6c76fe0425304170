package org.sibyl.prediction.decision;

/**
 * The probability that y = 1, given a person and what is decided about it: Nature's p*(x, y-hat) as
 * well as what a Predictor believes, p~(x, y-hat) (Kim and Perdomo 2023, section 2). Defined for
 * every x, also for one that was never seen.
 */
public interface OutcomeModel {
  /** How many decisions there are, k; they are 0 to k - 1. */
  int decisions();

  /**
   * The probabilities under all decisions: q~(x).
   *
   * @param features of one person
   * @param into overwritten, one probability for each decision
   */
  void probabilities(double[] features, double[] into);

  /**
   * Refuses people whose features it does not know.
   *
   * @param features how many people have
   * @throws IllegalArgumentException when it would need others
   */
  default void check(int features) {
    // fits all
  }
}
