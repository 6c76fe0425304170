package org.sibyl.learning.omniprediction;

import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.DecisionRule;

/**
 * A learner of cost-sensitive classification over a class of rules, H, by which an audit looks for
 * a rule whose risk the model gets wrong (Kim and Perdomo 2023, section 4.3).
 */
public interface Auditor {
  /**
   * Makes ready to search on these points: does what is the same for all searches.
   *
   * @param features points x features
   * @param decisions how many there are
   * @throws IllegalArgumentException when its class does not fit them, or is empty
   */
  Search on(Matrix features, int decisions);

  /**
   * Makes ready to search on these points, for costs of this evidence only. Auditors that can make
   * use of which decisions it tells of do so.
   *
   * @throws IllegalArgumentException when its class does not fit them, or is empty
   */
  default Search on(Evidence evidence) {
    return on(evidence.features(), evidence.decisions());
  }

  /** Whether it always finds the cheapest rule of its class: only then an audit certifies. */
  boolean isExact();

  /**
   * Whether {@link #size} counts rules by how they decide about just these people, because there
   * are endlessly many. A log then tells of people like those in it, but not of all there could be.
   */
  default boolean isCountedByPeople() {
    return false;
  }

  /**
   * Whether its class has no rule.
   *
   * @param decisions how many there are
   */
  default boolean isEmpty(int decisions) {
    return false;
  }

  /**
   * How many rules its class has; infinite where that is not bounded. Of rules that decide alike
   * about all of these points one may count for all. It may be too large, never too small, and
   * depends on no decision or outcome, so that it may enter a union bound. A bound by rules that
   * differ on these points is one on errors averaged over just these people.
   *
   * @param features points x features
   * @param decisions how many there are
   */
  double size(Matrix features, int decisions);

  /** An auditor at work on certain points. */
  interface Search {
    /** A rule of low cost; of all rules the cheapest, when the auditor is exact. */
    DecisionRule cheapest(Costs costs);
  }
}
