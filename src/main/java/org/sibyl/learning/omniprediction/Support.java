package org.sibyl.learning.omniprediction;

import java.util.BitSet;
import org.sibyl.numeric.Matrix;

/**
 * Which decisions a trial could make about whom. What it could not is never left out silently: a
 * sum over the rest would be taken for the risk of all.
 *
 * @param decisions how many there are, k
 * @param impossible what could not be decided: point times k plus decision
 * @param unseen decisions of which the log knows neither a case nor the laws
 */
record Support(int decisions, BitSet impossible, BitSet unseen) {

  static Support full(int decisions) {
    return new Support(decisions, new BitSet(), new BitSet());
  }

  static Support of(TrialLog log) {
    BitSet impossible = new BitSet();
    BitSet unseen = new BitSet();
    if (log.laws().isPresent()) {
      markNever(log.laws().get(), impossible);
    } else {
      unseen.set(0, log.decisions());
      for (int i = 0; i < log.size(); i++) {
        int decided = (int) log.decided().get(i);
        unseen.clear(decided);
        if (log.propensities().get(i) == 1) {
          markOthers(i, decided, log.decisions(), impossible);
        }
      }
    }
    return new Support(log.decisions(), impossible, unseen);
  }

  private static void markNever(Matrix laws, BitSet impossible) {
    for (int i = 0; i < laws.rows(); i++) {
      for (int decision = 0; decision < laws.columns(); decision++) {
        if (laws.get(i, decision) == 0) {
          impossible.set(i * laws.columns() + decision);
        }
      }
    }
  }

  private static void markOthers(int person, int decided, int decisions, BitSet impossible) {
    impossible.set(person * decisions, (person + 1) * decisions);
    impossible.clear(person * decisions + decided);
  }

  /** The same where points are gathered: what could not be decided about one cannot about all. */
  Support gathered(int... kind) {
    BitSet gathered = new BitSet();
    for (int at = impossible.nextSetBit(0); at >= 0; at = impossible.nextSetBit(at + 1)) {
      gathered.set(kind[at / decisions] * decisions + at % decisions);
    }
    return new Support(decisions, gathered, unseen);
  }

  /**
   * Refuses a decision that the trial could not make about a point.
   *
   * @throws IllegalArgumentException when it could not
   */
  void require(int point, int decision) {
    if (!impossible.isEmpty() && impossible.get(point * decisions + decision)) {
      throw new IllegalArgumentException(
          "rule: decides "
              + decision
              + " about point "
              + point
              + ", to whom the trial could never give it, so that its risk is not known."
              + " Take a rule within the trial, or a trial that makes every decision.");
    }
  }

  /** Refuses to speak of all decisions about a point when some were not possible. */
  void requireAll(int point) {
    if (!impossible.isEmpty()) {
      for (int decision = 0; decision < decisions; decision++) {
        require(point, decision);
      }
    }
  }

  /**
   * Refuses a log that cannot tell whether all decisions were possible.
   *
   * @throws IllegalArgumentException when one does not occur and laws are not given
   */
  void requireSeen() {
    for (int decision = 0; decision < decisions; decision++) {
      requireSeen(decision);
    }
  }

  /** The same of one decision. */
  void requireSeen(int decision) {
    if (!unseen.isEmpty() && unseen.get(decision)) {
      throw new IllegalArgumentException(
          "log: decision "
              + decision
              + " does not occur, so that it may have been impossible."
              + " Give the trial's laws, or more people.");
    }
  }
}
