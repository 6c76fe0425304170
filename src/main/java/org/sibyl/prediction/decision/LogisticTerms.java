package org.sibyl.prediction.decision;

/** What a logistic model of outcomes adds up: the columns of its design, of person and decision. */
public interface LogisticTerms {
  /** How many decisions there are. */
  int decisions();

  /**
   * How many terms, the constant among them.
   *
   * @param features how many people have
   */
  int size(int features);

  /**
   * The terms.
   *
   * @param features of the person
   * @param decision from 0
   * @param into overwritten; the constant 1 comes first
   */
  void put(double[] features, int decision, double[] into);

  /**
   * Refuses features that people do not have.
   *
   * @param features how many people have
   * @throws IllegalArgumentException when it would need more
   */
  void check(int features);
}
