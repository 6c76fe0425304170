package org.sibyl.learning.omniprediction.policy;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Unchanging;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;
import org.sibyl.prediction.decision.DecisionPolicy;
import org.sibyl.prediction.decision.DecisionProblem;
import org.sibyl.prediction.decision.DecisionRule;

/**
 * The same rule decides in every round; nothing is believed of outcomes.
 *
 * @param rule that decides
 * @param decisions how many there are; handed over
 */
@About("the same rule decides in every round")
public record FixedRule(
    @Parameter("the rule that decides") DecisionRule rule, DecisionProblem decisions)
    implements Algorithm {
  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    rule.check(decisions.count(), beginning.features().columns());
    return new Unchanging(new DecisionPolicy(rule, Optional.empty()));
  }
}
