package org.sibyl.learning.omniprediction.oblivious;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.omniprediction.Boosted;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;

/**
 * Boosting for all input-oblivious losses in [0, 1] at once (Kim and Perdomo 2023, section 5):
 * starts from 1/2 and mends in turn the rule and the best decisions with the worst cell errors,
 * until neither violates. Only mending rules, one cell at a time, this is multiaccuracy boosting.
 *
 * <p>An update moves against the signs of cell errors by error over mean squared slope, which
 * lowers the potential at least by error squared. It starts at most at k / 4, so there are at most
 * k / (4 tolerance squared) updates on the truth, however many losses there are.
 *
 * <p>If nothing violates, then for every input-oblivious loss in [0, 1] the error of a rule is at
 * most the tolerance by an audit of all cells at once, and k times the tolerance by one of single
 * cells; that of best decisions is at most k times the tolerance; so best decisions cost at most
 * the sum of both more than the best rule: {@link #gap}, at most 2 k times the tolerance. The paper
 * has 2 and 4 times the tolerance, which is right only for two decisions.
 *
 * @param tolerance epsilon of cell errors, above 0
 * @param rules audits the rules that are competed with
 * @param decisions audits decision calibration; without it only rules are mended
 */
public record ObliviousBoost(double tolerance, CellAudit rules, Optional<CellAudit> decisions) {
  private static final Range POSITIVE = Range.parse("(0, inf)");
  private static final double SLACK = 1e-12; // errors of the tolerance itself do not violate
  private static final double SAMPLED = 0.75; // of the tolerance violates on a log, as in boosting

  public ObliviousBoost {
    Check.within("tolerance", tolerance, POSITIVE);
  }

  /**
   * Boosts. Its status is EXACT when nothing violates by exact audits of the truth; what then holds
   * is {@link #poi} and {@link #gap}, not the tolerance and twice the tolerance.
   *
   * @param random for audits that start anywhere
   */
  public Boosted run(Evidence evidence, UniformRandomProvider random) {
    return new Mending(this, evidence, random).run();
  }

  /** The most updates that there can be, T. */
  public long bound(Evidence evidence) {
    double mended =
        evidence.isExact() ? tolerance : tolerance / 2; // a log is believed to a quarter
    double bound = evidence.decisions() / (4 * mended * mended);
    return (long) StrictMath.floor(bound * (1 + 1e-9)); // 74.99999999999999 is 75
  }

  /**
   * The greatest error of a rule by any loss, when no rule violates.
   *
   * @param decisions k
   */
  public double poi(int decisions) {
    return rules.factor(decisions) * tolerance;
  }

  /**
   * By how much best decisions may cost more than the best rule, by any loss, when nothing
   * violates; without an audit of decisions nothing is guaranteed.
   *
   * @param decisions k
   */
  public double gap(int decisions) {
    return this.decisions
        .map(audit -> poi(decisions) + audit.factor(decisions) * tolerance)
        .orElse(Double.POSITIVE_INFINITY);
  }

  double violation(Evidence evidence) {
    return (evidence.isExact() ? tolerance : SAMPLED * tolerance) * (1 + SLACK);
  }
}
