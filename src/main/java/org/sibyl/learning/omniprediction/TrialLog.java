package org.sibyl.learning.omniprediction;

import java.util.List;
import java.util.Optional;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Cohort;

/**
 * The log of a randomised trial (Kim and Perdomo 2023, section 4.2): who came, what was decided
 * about them, what came of it, and how likely that decision was.
 *
 * <p>The propensity of what was decided does not tell what could never have been decided. A log
 * that has the trial's whole laws says it; another one only where a propensity is 1, or where there
 * are two decisions. Without laws a propensity that was possible may also be less than all that
 * occur, and bounds by {@link #leastPropensity} then do not hold. Audits refuse a log without laws
 * in which a decision does not occur at all.
 *
 * @param decisions how many there are, k
 * @param features people x features, as they were when it was decided
 * @param decided the decision about each, from 0
 * @param outcomes 0 or 1, one for each
 * @param propensities e(decided | x), in (0, 1], one for each
 * @param laws e(. | x), people x decisions, at least 0, each row of sum 1; if the trial's are known
 * @param estimated whether the propensities are estimates: then nothing is certified
 */
public record TrialLog(
    int decisions,
    Matrix features,
    Column decided,
    Column outcomes,
    Column propensities,
    Optional<Matrix> laws,
    boolean estimated) {

  public TrialLog {
    Check.atLeast("decisions", decisions, 1);
    Check.sameSize("decided", decided.size(), "the log", features.rows());
    Check.sameSize("outcomes", outcomes.size(), "the log", features.rows());
    Check.sameSize("propensities", propensities.size(), "the log", features.rows());
    for (int i = 0; i < decided.size(); i++) {
      checkDecision(i, decided.get(i), decisions);
      checkOutcome(i, outcomes.get(i));
      checkPropensity(i, propensities.get(i));
    }
    if (laws.isPresent()) {
      TrialLaws.check(laws.get(), decisions, decided, propensities);
    }
  }

  /** A log of known propensities, but not of what else could have been decided. */
  public TrialLog(
      int decisions, Matrix features, Column decided, Column outcomes, Column propensities) {
    this(decisions, features, decided, outcomes, propensities, Optional.empty(), false);
  }

  private static void checkDecision(int person, double decision, int decisions) {
    if (!(decision >= 0 && decision < decisions && decision == StrictMath.rint(decision))) {
      throw Check.invalid(
          "decided[" + person + "]",
          Double.toString(decision),
          "must be a whole number below " + decisions);
    }
  }

  private static void checkOutcome(int person, double outcome) {
    if (outcome != 0 && outcome != 1) {
      throw Check.invalid("outcomes[" + person + "]", Double.toString(outcome), "must be 0 or 1");
    }
  }

  private static void checkPropensity(int person, double propensity) {
    if (!(propensity > 0 && propensity <= 1)) {
      throw Check.invalid(
          "propensities[" + person + "]", Double.toString(propensity), "must lie in (0, 1]");
    }
  }

  /**
   * What was observed of a trial, all cohorts together.
   *
   * @throws IllegalArgumentException when a cohort's model was not randomised, or a label is hidden
   */
  public static TrialLog of(int decisions, List<Cohort> cohorts) {
    return TrialCohorts.log(decisions, cohorts);
  }

  /**
   * The same log with the trial's laws.
   *
   * @param trial e(. | x), people x decisions; 0 for what is never decided
   */
  public TrialLog withLaws(Matrix trial) {
    return new TrialLog(
        decisions, features, decided, outcomes, propensities, Optional.of(trial), estimated);
  }

  /** The same log with propensities that are estimates, and without laws. */
  public TrialLog withEstimated(Column estimates) {
    return new TrialLog(decisions, features, decided, outcomes, estimates, Optional.empty(), true);
  }

  /** How many people. */
  public int size() {
    return features.rows();
  }

  /**
   * The least propensity above 0 of a decision that a person could have been given; by a log
   * without laws, of one that a person was given. 1 for an empty log.
   */
  public double leastPropensity() {
    double least = 1;
    for (int i = 0; i < size(); i++) {
      least = StrictMath.min(least, propensities.get(i));
    }
    return StrictMath.min(least, laws.map(TrialLaws::least).orElse(1.0));
  }
}
