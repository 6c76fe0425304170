package org.sibyl.learning.omniprediction;

/**
 * What a run has made of its evidence.
 *
 * @param rounds how many audits
 * @param fresh how many of them had evidence of their own
 * @param exact whether all of it was the truth
 * @param estimated whether some had estimated propensities
 * @param dependent whether people of some depended on each other
 * @param people the least number in a round
 * @param greatestWeight of all rounds
 * @param rules how many the auditor's class has at most
 */
record Logs(
    int rounds,
    int fresh,
    boolean exact,
    boolean estimated,
    boolean dependent,
    long people,
    double greatestWeight,
    double rules) {

  static Logs none() {
    return new Logs(0, 0, true, false, false, Long.MAX_VALUE, 0, 0);
  }

  Logs and(Evidence next, double itsRules) {
    return new Logs(
        rounds + 1,
        fresh + 1,
        exact && next.isExact(),
        estimated || next.isEstimated(),
        dependent || next.isDependent(),
        StrictMath.min(people, next.people()),
        StrictMath.max(greatestWeight, next.greatestWeight()),
        StrictMath.max(rules, itsRules));
  }

  Logs again() {
    return new Logs(rounds + 1, fresh, exact, estimated, dependent, people, greatestWeight, rules);
  }

  /**
   * Whether one was used again and again. A single audit is of a model that does not depend on the
   * log, whatever would have been done next.
   */
  boolean isReused() {
    return fresh == 1 && rounds > 1;
  }

  /** Whether some rounds had evidence of their own and others not. */
  boolean isMixed() {
    return fresh > 1 && fresh < rounds;
  }
}
