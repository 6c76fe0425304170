package org.sibyl.learning.neural;

/** How the loss of groups weighs successes against the cost of cooperating. */
public enum Weighting {
  /** As published: a success counts 1, cooperating the cost's share of the endowment. */
  PUBLISHED,
  /** By money: a success counts what it saves, cooperating what it costs. */
  PRINCIPLED
}
