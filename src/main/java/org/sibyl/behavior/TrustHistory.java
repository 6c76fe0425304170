package org.sibyl.behavior;

import java.util.List;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Randomness;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Deployment;
import org.sibyl.prediction.Silence;

/**
 * Trust through a game that was played, in log-odds, as the trust rule itself revises it, and how
 * it moves with forecasts: log-odds add up, so a round's trust is the last one's plus evidence.
 */
final class TrustHistory {
  private static final double NEVER = 0.5; // a floor so high that no forecast is above it

  private final TrustRule rule;
  private final List<Cohort> rounds;
  private final Column[] trust; // before each round, and after the last
  private final Column[] inconsistent; // after each round, as BayesianTrust says
  private final double floor;
  private final double bound;

  TrustHistory(TrustRule rule, Population newcomers, Network network, List<Cohort> rounds) {
    this.rule = rule;
    this.rounds = rounds;
    this.trust = new Column[rounds.size() + 1];
    this.inconsistent = new Column[rounds.size()];
    this.floor = floor(rule);
    this.bound =
        rule instanceof BayesianTrust bayesian && bayesian.zero() == ZeroPolicy.FLOOR
            ? BayesianTrust.MOST_CERTAIN
            : Double.POSITIVE_INFINITY;
    replay(newcomers, network);
  }

  /** Whether the derivatives of such trust are known. */
  static boolean isKnown(TrustRule rule) {
    return rule instanceof FixedTrust
        || (rule instanceof BayesianTrust bayesian
            && bayesian.zero() != ZeroPolicy.DENOMINATOR_EPSILON);
  }

  private static double floor(TrustRule rule) {
    if (rule instanceof BayesianTrust bayesian) {
      return bayesian.zero() == ZeroPolicy.FLOOR ? bayesian.floor() : 0;
    }
    return NEVER;
  }

  private void replay(Population newcomers, Network network) {
    Column never = Column.constant(newcomers.size(), 0);
    Population people = newcomers;
    trust[0] = people.column(Attribute.TRUST);
    for (int s = 0; s < rounds.size(); s++) {
      people = after(rounds.get(s), people, network);
      trust[s + 1] = people.column(Attribute.TRUST);
      inconsistent[s] =
          people.has(BayesianTrust.INCONSISTENT)
              ? people.column(BayesianTrust.INCONSISTENT)
              : never;
    }
  }

  private Population after(Cohort round, Population people, Network network) {
    Deployment said = new Deployment(round.round(), new Silence(), round.predictions());
    Situation found = new Situation(said, people, network, Randomness.of(0)); // draws nothing
    Response done = new Response(round.outcomes(), people.features());
    return rule.update(found, done, round.outcomes());
  }

  /** Everyone's trust before a round, counted from 0; after the last one too. */
  Column before(int round) {
    return trust[round];
  }

  /** Whether somebody's trust after a round moves with its trust before it. */
  boolean carries(int round, int individual) {
    return StrictMath.abs(trust[round + 1].get(individual)) < bound;
  }

  /** Whether somebody's trust after a round moves with what the round has shown. */
  boolean listens(int round, int individual) {
    return carries(round, individual) && inconsistent[round].get(individual) == 0;
  }

  /**
   * How the trust of an individual's neighbors after a round moves with the forecast about it: 0
   * where nothing was said, and beyond the floor of likelihoods.
   */
  double evidenceSlope(int round, int individual) {
    double forecast = rounds.get(round).predictions().get(individual);
    if (!(forecast > floor && forecast < 1 - floor)) {
      return 0;
    }
    return rounds.get(round).outcomes().get(individual) == 1 ? 1 / forecast : -1 / (1 - forecast);
  }
}
