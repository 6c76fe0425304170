package org.sibyl.simulation;

/** The phases of a round; the ordinal is the ordering on MASON's schedule. */
public enum Phase {
  /** The Predictor publishes its model. */
  DEPLOY("the Predictor publishes its model and what it says to each individual"),
  /** Individuals respond. */
  RESPOND("individuals respond, each to last round's world and the deployment"),
  /** Nature draws outcomes. */
  REALIZE("Nature draws outcomes and payoffs"),
  /** Individuals revise trust and state. */
  TRUST("individuals revise their trust; carryover makes next round's population"),
  /** The Predictor learns. */
  LEARN("the Predictor observes a cohort and learns"),
  /** Observers are told. */
  RECORD("observers are told of the finished round");

  private final String meaning;

  Phase(String meaning) {
    this.meaning = meaning;
  }

  /** What happens in it, in words. */
  public String meaning() {
    return meaning;
  }
}
