package org.sibyl.learning.omniprediction;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.decision.DecisionLoss;

/**
 * POI-Boost (Kim and Perdomo 2023, figure 2, with its sign and scale corrected): starts from 1/2
 * and mends, one after the other, rules whose risk the model gets wrong, until an audit finds none.
 *
 * <p>On logs it flags errors above the tolerance less the accuracy of estimates. With an auditor
 * that may find only half of an error it mends rules from half the tolerance on. Equal people are
 * made one point where that at least halves the work.
 *
 * @param tolerance epsilon, in units of loss, above 0
 * @param step how far an update goes
 * @param side which errors violate
 * @param selection which violation is mended
 * @param auditor finds rules whose risk is wrong
 * @param sampling how well errors are to be known from logs, below half the tolerance; without it a
 *     quarter of the tolerance is assumed, and nothing certified
 * @param interference whether decisions about some affect others: then nothing is certified
 */
public record PoiBoost(
    double tolerance,
    StepPolicy step,
    AuditSide side,
    Selection selection,
    Auditor auditor,
    Optional<Sampling> sampling,
    boolean interference) {
  private static final Range POSITIVE = Range.parse("(0, inf)");
  private static final double SLACK = 1e-12; // errors of the tolerance itself do not violate

  public PoiBoost {
    Check.within("tolerance", tolerance, POSITIVE);
    double half = tolerance / 2;
    sampling.ifPresent(
        wanted -> {
          if (!(wanted.accuracy() < half)) {
            throw Check.invalid(
                "accuracy",
                Double.toString(wanted.accuracy()),
                "must be less than half the tolerance, " + half);
          }
        });
  }

  /** Boosting without certificates from logs, where nobody affects others. */
  public PoiBoost(
      double tolerance, StepPolicy step, AuditSide side, Selection selection, Auditor auditor) {
    this(tolerance, step, side, selection, auditor, Optional.empty(), false);
  }

  /** The same, to be certified. */
  public PoiBoost with(Sampling wanted) {
    return new PoiBoost(
        tolerance, step, side, selection, auditor, Optional.of(wanted), interference);
  }

  /** The same where decisions about some affect others. */
  public PoiBoost underInterference() {
    return new PoiBoost(tolerance, step, side, selection, auditor, sampling, true);
  }

  /**
   * Boosts on the same evidence all the way.
   *
   * @throws IllegalArgumentException as an {@link Audit}, and when on the truth the mean weight of
   *     a weighted loss is not 1; on a log that is not checked, see {@link LossClass}
   */
  public Boosted run(Evidence evidence, List<DecisionLoss> losses) {
    return run(round -> evidence, losses);
  }

  /**
   * Boosts on evidence of each round. What differs from the round before is taken for a fresh log,
   * independent of all others.
   *
   * @param evidence of each round, from 0
   * @param losses the collection L, at least one
   * @throws IllegalArgumentException as an {@link Audit}
   */
  public Boosted run(IntFunction<Evidence> evidence, List<DecisionLoss> losses) {
    return new Boosting(this, losses, evidence).run();
  }

  /** s. */
  double accuracy() {
    return sampling.map(Sampling::accuracy).orElse(tolerance / 4);
  }

  /** Whether an error is to be mended. */
  boolean violates(Finding finding, boolean exact) {
    double limit = exact ? tolerance : tolerance - accuracy();
    if (finding.rule().isPresent() && !auditor.isExact()) {
      limit = StrictMath.min(limit, tolerance / 2);
    }
    return finding.size(side) > limit * (1 + SLACK);
  }

  /** What the true error of whatever is mended exceeds, when it may be less than the tolerance. */
  double least() {
    double least = sampling.isPresent() ? tolerance - 2 * accuracy() : tolerance / 2;
    return auditor.isExact() ? least : StrictMath.min(least, tolerance / 2);
  }

  /** The bound on the number of updates, T, for losses up to max. */
  long bound(boolean exact, int decisions, double max) {
    boolean whole = exact && auditor.isExact() && step != StepPolicy.CERTIFIED;
    double mended = whole ? tolerance : least();
    double bound = decisions * max * max / (4 * mended * mended);
    return (long) StrictMath.floor(bound * (1 + 1e-9)); // 74.99999999999999 is 75
  }
}
