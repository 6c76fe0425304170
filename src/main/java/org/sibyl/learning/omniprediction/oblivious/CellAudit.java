package org.sibyl.learning.omniprediction.oblivious;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.omniprediction.Evidence;

/** Looks for the rule, or the best decisions, whose cell errors are worst. */
public interface CellAudit {
  /**
   * Makes ready to audit on this evidence: does what is the same for all models.
   *
   * @param random for searches that start anywhere; others leave it alone
   * @throws IllegalArgumentException when its rules do not fit the evidence
   */
  Search on(Evidence evidence, UniformRandomProvider random);

  /** Whether there is nothing worse than what it finds. */
  boolean isExact();

  /**
   * By how much the greatest error by a loss may exceed the error found: 1 for an audit of all
   * cells at once, k for one of single cells.
   *
   * @param decisions k
   */
  double factor(int decisions);

  /** An audit at work on certain evidence. */
  interface Search {
    /**
     * The worst it finds; nothing when there are no rules.
     *
     * @param probabilities the model's, point after point, k each
     */
    Optional<CellFinding> worst(double[] probabilities);
  }
}
