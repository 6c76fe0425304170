package org.sibyl.prediction.decision;

import java.util.OptionalInt;

/**
 * How a randomised trial draws decisions (Kim and Perdomo 2023, section 4.2): everybody's
 * probabilities, and whether people are drawn for one by one or in clusters. Immutable.
 */
public interface Trial {
  /**
   * How likely each decision about a person is: at least 0, sum 1. What has probability 0 is never
   * decided.
   *
   * @param features of the person
   * @param into overwritten, one probability for each decision
   * @throws IllegalArgumentException when it has none for this person
   */
  void probabilities(double[] features, double[] into);

  /** The feature whose equals get the same decision, from 0; empty when each is drawn for alone. */
  default OptionalInt cluster() {
    return OptionalInt.empty();
  }

  /**
   * Refuses decisions and features that it does not fit.
   *
   * @param decisions how many there are
   * @param features how many people have
   * @throws IllegalArgumentException when it does not fit them
   */
  void check(int decisions, int features);
}
