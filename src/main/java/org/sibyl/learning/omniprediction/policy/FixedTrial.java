package org.sibyl.learning.omniprediction.policy;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Unchanging;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;
import org.sibyl.prediction.decision.DecisionProblem;
import org.sibyl.prediction.decision.Trial;
import org.sibyl.prediction.decision.TrialPolicy;

/**
 * A randomised trial in every round, from which nothing is learned.
 *
 * @param trial how decisions are drawn
 * @param decisions how many there are; handed over
 */
@About("a randomised trial in every round, from which nothing is learned")
public record FixedTrial(
    @Parameter(value = "how decisions are drawn", byDefault = "{type: uniform}") Trial trial,
    DecisionProblem decisions)
    implements Algorithm {
  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    trial.check(decisions.count(), beginning.features().columns());
    TrialPolicy policy = new TrialPolicy(trial, decisions.count());
    policy.check(beginning.features());
    return new Unchanging(policy);
  }
}
