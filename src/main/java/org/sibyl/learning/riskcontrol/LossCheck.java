package org.sibyl.learning.riskcontrol;

import org.sibyl.numeric.Check;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.risk.Acceptance;
import org.sibyl.prediction.risk.ControlledRule;

/** What the guarantees take for granted of everyone's losses, looked up on a cohort. */
final class LossCheck {
  private static final int GRID = 20;

  private final ControlledRule rule;
  private final Cohort cohort;
  private final JudgedSample sample;

  LossCheck(ControlledRule rule, Cohort cohort, JudgedSample sample) {
    this.rule = rule;
    this.cohort = cohort;
    this.sample = sample;
  }

  /**
   * Losses lie in [0, greatest loss], and fall or stay as lambda grows: at both ends for a rule
   * that is known to be monotone, else on a grid.
   *
   * @throws IllegalArgumentException that names the individual and its losses
   */
  void between(double low, double high) {
    int steps = rule instanceof Acceptance ? 1 : GRID;
    for (int i = 0; i < sample.scores().length; i++) {
      double before = loss(i, low);
      for (int k = 1; k <= steps; k++) {
        double lambda = k == steps ? high : low + k * (high - low) / steps;
        double loss = loss(i, lambda);
        if (loss > before) {
          throw Check.invalid(
              "loss of individual " + cohort.individuals()[i],
              before + " at lambda " + (low + (k - 1) * (high - low) / steps),
              "must not grow with lambda, but is " + loss + " at " + lambda);
        }
        before = loss;
      }
    }
  }

  private double loss(int i, double lambda) {
    double score = sample.scores()[i];
    double loss = rule.loss(score, sample.labels()[i], lambda);
    if (!(loss >= 0 && loss <= rule.greatestLoss()) || Double.isNaN(score)) {
      throw Check.invalid(
          "loss of individual " + cohort.individuals()[i],
          loss + " at lambda " + lambda + " (score " + score + ")",
          "must lie in [0, " + rule.greatestLoss() + "], as greatest-loss of the rule says");
    }
    return loss;
  }

  /**
   * Labels are 0 or the greatest loss, as a width for all lambda at once takes them.
   *
   * @throws IllegalArgumentException that names the individual and its label
   */
  void allOrNothing() {
    for (int i = 0; i < sample.labels().length; i++) {
      double label = sample.labels()[i];
      if (label != 0 && label != rule.greatestLoss()) {
        throw Check.invalid(
            "label of individual " + cohort.individuals()[i],
            Double.toString(label),
            "must be 0 or " + rule.greatestLoss() + " where samples: reuse-uniform");
      }
    }
  }
}
