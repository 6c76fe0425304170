package org.sibyl.scenario;

/** When a run ends before its last round. */
public enum Stop {
  /** When the world repeats: the next equals this one, or an earlier one recurs. */
  STABLE,
  /** Never: all rounds are played. */
  HORIZON
}
