package org.sibyl.learning.riskcontrol;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.Learner;
import org.sibyl.learning.riskcontrol.width.Width;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.WithWarning;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskTarget;

/**
 * Performative risk control: begins with a rule that is safe, and makes it less conservative step
 * by step, so that the risk of every deployment stays within the level, although people respond to
 * each (Li, Chen, Mao, Lei and Deng 2025, Performative risk control: calibrating models for
 * reliable deployment under performativity, arXiv 2505.24097, algorithm 1).
 *
 * <p>With probability at least 1 - failure: the risk of every rule stays within the level, on the
 * people whom the rule before it induced and on those whom it induces itself; and the risk of the
 * last is at least level - tightness, unless the least conservative rule is reached. This holds
 * when the risk moves by at most the risk slope bound per unit of lambda that people respond to,
 * and samples are fresh.
 *
 * @param tightness Delta alpha: how far below the level the final risk may stay, above 0
 * @param failure delta: the probability with which a guarantee may fail, in (0, 1)
 * @param riskSlopeBound tau: bound on how much the risk moves per unit of the deployed lambda, at
 *     least 0; 0 for the static method, which does not expect people to respond
 * @param width how far a sample's risk can be from the population's
 * @param safe lambda of the first deployment, which must be safe
 * @param least the least lambda
 * @param samples what the cohorts are to each other
 * @param sampleSize n that widths are for; left out, the size of the first cohort
 * @param dwell rounds that a rule stays before its cohort is learned from, at least 1
 * @param transientError bound on how far the risk of the cohort is from that of people who have
 *     settled, added to the width, at least 0
 * @param reviewProbability probability with which labels of those not accepted are seen, in (0, 1];
 *     their losses are weighted by its inverse
 * @param risk whose risk is to stay below what; handed over
 */
@About(
    value = "thresholds that are safe at every deployment, although people respond to them",
    source = "Li et al. 2025, algorithm 1")
public record PerformativeRiskControl(
    @Parameter(
            value = "Delta alpha: how far below the level the final risk may stay",
            unit = "loss",
            range = "(0, inf)")
        double tightness,
    @Parameter(value = "delta: the probability with which a guarantee may fail", range = "(0, 1)")
        double failure,
    @Parameter(
            value = "tau: bound on how much the risk moves per unit of the deployed lambda",
            range = "[0, inf)")
        double riskSlopeBound,
    @Parameter("how far a sample's risk can be from the population's") Width width,
    @Parameter(
            value = "lambda of the first deployment, which must be safe",
            range = "(-inf, inf)",
            byDefault = "1")
        double safe,
    @Parameter(value = "the least lambda", range = "(-inf, inf)", byDefault = "0") double least,
    @Parameter(value = "what the cohorts are to each other", byDefault = "fresh")
        SampleMode samples,
    @Parameter(
            value = "n that widths are for; left out, the size of the first cohort",
            unit = "individuals",
            range = "[2, inf)")
        OptionalInt sampleSize,
    @Parameter(
            value = "rounds that a rule stays before its cohort is learned from",
            unit = "rounds",
            range = "[1, inf)",
            byDefault = "1")
        int dwell,
    @Parameter(
            value = "bound on how far a cohort's risk is from that of people who have settled",
            unit = "loss",
            range = "[0, inf)",
            byDefault = "0")
        double transientError,
    @Parameter(
            value = "probability with which labels of those not accepted are seen",
            range = "(0, 1]",
            byDefault = "1")
        double reviewProbability,
    RiskTarget risk)
    implements Algorithm, WithWarning {
  private static final Range POSITIVE = Range.parse("(0, inf)");
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");
  private static final Range INNER = Range.parse("(0, 1)");
  private static final Range SEEN = Range.parse("(0, 1]");

  public PerformativeRiskControl {
    Check.within("tightness", tightness, POSITIVE);
    Check.within("failure", failure, INNER);
    Check.within("risk-slope-bound", riskSlopeBound, NOT_NEGATIVE);
    Check.finite("safe", safe);
    Check.finite("least", least);
    if (least > safe) {
      throw Check.invalid("least", Double.toString(least), "must not exceed safe, " + safe);
    }
    sampleSize.ifPresent(size -> Check.atLeast("sample-size", size, 2));
    Check.atLeast("dwell", dwell, 1);
    Check.within("transient-error", transientError, NOT_NEGATIVE);
    Check.within("review-probability", reviewProbability, SEEN);
    if (reviewProbability < 1 && !(risk.measure() instanceof MeanRisk)) {
      throw Check.invalid(
          "review-probability",
          Double.toString(reviewProbability),
          "must be 1 unless the measure is the mean, for weighted losses tell of no other");
    }
    samples.check(width, risk, sampleSize);
    if (Double.isInfinite(risk.rule().greatestLoss()) && width.needsGreatestLoss()) {
      throw Check.invalid(
          "width",
          width.toString(),
          "needs losses that have a greatest one. Choose width: {type: clt-known-variance}");
    }
    width.checkFor(risk.measure());
  }

  @Override
  public Optional<String> warning() {
    return tightness < risk.level()
        ? Optional.empty()
        : Optional.of(
            "learning.tightness: "
                + tightness
                + " is no less than risk.level: "
                + risk.level()
                + ", so that nothing is promised about how close the final risk comes");
  }

  /**
   * The width of a round of this many people by its failure probability, in units of loss, with the
   * error of people who have not settled.
   */
  public Plan.Widths widths(int people) {
    double scale = scale();
    return probability -> {
      OptionalDouble scaled = width.of(people, probability, risk.measure(), risk.level() / scale);
      return scaled.isPresent()
          ? OptionalDouble.of(scaled.getAsDouble() * scale + transientError)
          : scaled;
    };
  }

  /** The unit in which widths count losses; 1 where there is no greatest loss. */
  private double scale() {
    double greatest = risk.rule().greatestLoss();
    return Double.isInfinite(greatest) ? 1 : greatest / reviewProbability;
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    return Calibration.from(this);
  }
}
