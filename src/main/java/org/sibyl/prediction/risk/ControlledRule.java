package org.sibyl.prediction.risk;

import org.sibyl.prediction.Conservative;

/**
 * Rules that differ in one number, their conservativeness lambda, and what each of them costs: the
 * loss of anyone falls, or stays, as lambda grows (Li et al. 2025, section 2).
 */
public interface ControlledRule {
  /** The rule to deploy. */
  Conservative model(double conservativeness);

  /**
   * What a person costs under the rule of this lambda, judged on the score it shows now:
   * non-increasing in lambda.
   *
   * @param score that it shows, the first feature
   * @param label what came of it
   * @param conservativeness of the rule that judges, not of the one that is deployed
   */
  double loss(double score, double label, double conservativeness);

  /** The largest possible loss; infinite where there is none. Losses are at least 0. */
  double greatestLoss();
}
