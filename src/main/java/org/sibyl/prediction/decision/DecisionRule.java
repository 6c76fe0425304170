package org.sibyl.prediction.decision;

/** A rule h from people to decisions. Immutable. */
public interface DecisionRule {
  /**
   * The decision about a person, from 0.
   *
   * @param features of the person
   */
  int decide(double[] features);

  /**
   * Refuses decisions that there are not, and features that people do not have.
   *
   * @param decisions how many there are
   * @param features how many people have
   * @throws IllegalArgumentException when it would need more
   */
  void check(int decisions, int features);
}
