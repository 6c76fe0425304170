package org.sibyl.learning.omniprediction;

/** Which errors violate. */
public enum AuditSide {
  /** All: the risk estimates of rules and of best decisions are right, and so are the decisions. */
  TWO_SIDED,
  /**
   * Overrated risks of rules and underrated ones of best decisions: enough for the decisions to be
   * as good as any rule, in half the searches, but the risk estimates are not certified.
   */
  OMNI_ONLY
}
