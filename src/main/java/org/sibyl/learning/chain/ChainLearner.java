package org.sibyl.learning.chain;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.numeric.LogOdds;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Forecast;

/**
 * A chain policy and its account of trust. Both leaves see the center and nobody else, so their
 * accounts cannot differ: one number serves both.
 *
 * @param policy what is assumed
 * @param chain who is who
 * @param rule which move to make
 * @param centerTrust the center's trust as accounted, in log-odds
 * @param leafTrust each leaf's trust as accounted, in log-odds
 */
record ChainLearner(
    ChainPolicy policy, Chain chain, MoveRule rule, double centerTrust, double leafTrust)
    implements Learner {

  @Override
  public Forecast model() {
    ChainMove move = rule.move(centerTrust);
    return new Forecast(chain.column(policy.regime().forecast(move, centerTrust, leafTrust)));
  }

  @Override
  public Learner learn(Episode episode, UniformRandomProvider random) {
    if (episode.rounds().size() > 1) { // individuals begin anew after a game of several rounds
      double first = LogOdds.of(policy.assumedTrust());
      return new ChainLearner(policy, chain, rule, first, first);
    }
    return after(episode.last());
  }

  private ChainLearner after(Cohort cohort) {
    double[] evidence = new double[Chain.SIZE];
    for (int k = 0; k < cohort.size(); k++) {
      evidence[cohort.individuals()[k]] =
          FlooredTrust.evidence(
              cohort.predictions().get(k), cohort.outcomes().get(k), policy.assumedBelief());
    }
    double ofLeaves = evidence[chain.left()] + evidence[chain.right()];
    return new ChainLearner(
        policy,
        chain,
        rule,
        FlooredTrust.revised(centerTrust, ofLeaves),
        FlooredTrust.revised(leafTrust, evidence[chain.center()]));
  }

  @Override
  public Progress progress() {
    return Progress.LEARNING;
  }
}
