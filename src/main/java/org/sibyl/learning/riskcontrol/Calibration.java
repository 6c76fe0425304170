package org.sibyl.learning.riskcontrol;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Conservative;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.risk.RiskTarget;

/**
 * Performative risk control on its way.
 *
 * @param algorithm its parameters
 * @param plan what the rounds may use up; empty before the first cohort
 * @param status how it stands
 * @param lambda of the rule to deploy
 * @param held rounds that the rule has been in force since it was last learned from
 */
public record Calibration(
    PerformativeRiskControl algorithm,
    Optional<Plan> plan,
    ControlStatus status,
    double lambda,
    int held)
    implements Learner {
  private static final double SLACK = 1e-12; // of the stop rule, for rounding
  private static final double PRECISION = 1e-12;

  static Calibration from(PerformativeRiskControl algorithm) {
    return new Calibration(algorithm, Optional.empty(), ControlStatus.MOVING, algorithm.safe(), 0);
  }

  @Override
  public Conservative model() {
    return algorithm.risk().rule().model(lambda);
  }

  @Override
  public Learner learn(Episode episode, UniformRandomProvider random) {
    if (status != ControlStatus.MOVING) {
      return this;
    }
    return held + 1 < algorithm.dwell()
        ? new Calibration(algorithm, plan, status, lambda, held + 1)
        : stepped(episode.last());
  }

  private Calibration stepped(Cohort cohort) {
    if (cohort.labelled().isPresent()) {
      return with(plan, ControlStatus.SELECTIVE_LABELS, lambda);
    }
    Optional<Plan> known = plan.isPresent() ? plan : Plan.solve(algorithm, widths(cohort));
    if (known.isEmpty()) {
      return with(known, ControlStatus.INFEASIBLE, lambda);
    }
    double next = Math.min(lambda, leastSafe(known.get().width(), cohort));
    if (Double.isNaN(next)) {
      return with(known, ControlStatus.NO_SAFE_PROGRESS, lambda);
    }
    boolean last = next >= lambda - known.get().leastStep() - SLACK || next <= algorithm.least();
    return with(known, last ? ControlStatus.DONE : ControlStatus.MOVING, next);
  }

  private Calibration with(Optional<Plan> known, ControlStatus next, double deployed) {
    return new Calibration(algorithm, known, next, deployed, 0);
  }

  private Plan.Widths widths(Cohort cohort) {
    RiskTarget risk = algorithm.risk();
    double scale = risk.rule().greatestLoss();
    int size = algorithm.sampleSize().orElse(cohort.size());
    return failure ->
        algorithm.width().of(size, failure, risk.measure(), risk.level() / scale).stream()
            .map(width -> width * scale)
            .findFirst();
  }

  /** The least lambda from which on all rules are safe; NaN when the safe one is not. */
  private double leastSafe(double width, Cohort cohort) {
    double low = algorithm.least();
    double high = lambda;
    if (bound(high, width, cohort) > algorithm.risk().level()) {
      return Double.NaN;
    }
    if (bound(low, width, cohort) <= algorithm.risk().level()) {
      return low;
    }
    while (high - low > PRECISION) {
      double middle = low + (high - low) / 2;
      if (bound(middle, width, cohort) <= algorithm.risk().level()) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private double bound(double candidate, double width, Cohort cohort) {
    return algorithm.risk().risk(cohort.features(), cohort.outcomes(), candidate)
        + width
        + algorithm.transientError()
        + algorithm.riskSlopeBound() * (lambda - candidate);
  }

  @Override
  public Progress progress() {
    return status == ControlStatus.MOVING ? Progress.LEARNING : Progress.FINISHED;
  }
}
