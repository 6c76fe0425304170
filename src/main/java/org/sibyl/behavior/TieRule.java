package org.sibyl.behavior;

/** What an individual does when cooperating gains it exactly nothing. */
public enum TieRule {
  /** Defects: a best response has to pay (the papers' rule). */
  DEFECT,
  /** Cooperates. */
  COOPERATE
}
