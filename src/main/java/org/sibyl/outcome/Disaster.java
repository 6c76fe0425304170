package org.sibyl.outcome;

/** How the loss of a failed group reaches payoffs. */
public enum Disaster {
  /** Payoffs are expectations over the loss. */
  EXPECTED,
  /** Each failed group's loss is drawn, every round. */
  DRAWN
}
