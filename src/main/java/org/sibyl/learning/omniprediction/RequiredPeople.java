package org.sibyl.learning.omniprediction;

/** How many people a log must have for all errors of a whole run to be known well enough. */
@FunctionalInterface
public interface RequiredPeople {
  /**
   * How many people: in the one log that is used all the way, or in the log of every single round,
   * by which both rules and best decisions are audited. Infinite when none are enough.
   */
  double people(Demand demand);

  /**
   * What is asked of the residual estimates of a run.
   *
   * @param accuracy s, of each error
   * @param failure delta, of any error in the whole run
   * @param losses |L|
   * @param rules |H|
   * @param greatestWeight B, 1 over the least propensity
   * @param max the greatest loss
   * @param updates at most, T; there is one audit more
   * @param reused whether there is one log; else there is a fresh one for each audit
   */
  record Demand(
      double accuracy,
      double failure,
      int losses,
      double rules,
      double greatestWeight,
      double max,
      long updates,
      boolean reused) {}
}
