package org.sibyl.learning.omniprediction;

/** A reason why the result of boosting is not certified. */
public enum Doubt {
  /** No accuracy and failure probability were asked for. */
  NO_ACCURACY,
  /** The log has too few people for them, or one of the logs has. */
  TOO_FEW_PEOPLE,
  /**
   * The lengths of steps depend on the log in infinitely many ways, so that no union bound holds
   * over the models that could have come of it.
   */
  STEPS_FROM_THE_LOG,
  /** Some rounds had a log of their own and some had not: neither kind of bound holds. */
  SOME_LOGS_REUSED,
  /** Propensities were estimated. */
  ESTIMATED_PROPENSITIES,
  /**
   * People of a log depend on each other: they were decided about in clusters, or the same people
   * came again. Then it is not worth as many people as it has.
   */
  DEPENDENT_PEOPLE,
  /**
   * The auditor may miss rules whose risk is wrong, or its class is bounded at most for the people
   * of the log.
   */
  AUDITOR,
  /**
   * Decisions about some affect others: outcomes depend on each other, and on the rule in force.
   */
  INTERFERENCE
}
