package org.sibyl.learning.riskcontrol;

/** How risk control stands. */
public enum ControlStatus {
  /** It goes on to less conservative rules. */
  MOVING,
  /** The last step was smaller than the least: the rule in force is its answer. */
  DONE,
  /** The tightness cannot be reached with so few people; the safe rule stays. */
  INFEASIBLE,
  /** Not even the safe rule's risk is within the level, with its width; the safe rule stays. */
  NO_SAFE_PROGRESS,
  /** Labels of those who are not accepted are missing, so less conservative rules are not known. */
  SELECTIVE_LABELS
}
