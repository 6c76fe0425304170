package org.sibyl.behavior;

import java.util.List;
import org.sibyl.network.Network;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.PerformativeGradient;
import org.sibyl.prediction.SteeringLoss;
import org.sibyl.prediction.TrustFlow;

/**
 * The derivative of a game in the forecasts made in it, when people answer by {@link
 * PivotalCooperation}: one sweep from the last round to the first, exact, where published code
 * differentiates automatically (Góis et al. 2025, section 5). Trust adds up in log-odds, so its
 * adjoint, what a little more trust after a round does to the loss of all later ones, adds up too.
 * Forecasts of exactly 0 or 1, and those beyond the floor of the trust rule, move no trust; the
 * accuracy of one that is 0 or 1 and wrong is infinite, and its derivative with it. Innate beliefs
 * are those of the newcomers, and nothing but the trust rule changes trust.
 *
 * <p>A round costs O(sum over individuals of degree x fewer of those needed and not needed), and
 * the largest such term is the storage.
 *
 * @param game the game that is played
 * @param trust how trust is revised: {@link FixedTrust}, or {@link BayesianTrust} without an
 *     epsilon in the denominator
 * @param newcomers the individuals as a game begins with them
 * @param network who sees whom
 */
record PivotalGradient(Game game, TrustRule trust, Population newcomers, Network network)
    implements PerformativeGradient {

  PivotalGradient {
    Check.sameSize("network", network.size(), "the population", newcomers.size());
  }

  @Override
  public Slopes of(SteeringLoss loss, TrustFlow flow, List<Cohort> rounds) {
    rounds.forEach(this::checkWhole);
    return new Sweep(this, loss, flow, rounds).toTheFirst();
  }

  @Override
  public Standing standing(List<Cohort> rounds) {
    rounds.forEach(this::checkWhole);
    TrustHistory history = new TrustHistory(trust, newcomers, network, rounds);
    double success = 0;
    double least = 1;
    double most = 0;
    for (int s = 0; s < rounds.size(); s++) {
      success += success(rounds.get(s).outcomes());
      Column logOdds = history.before(s);
      double mean =
          Column.generate(logOdds.size(), i -> LogOdds.probability(logOdds.get(i))).mean();
      least = StrictMath.min(least, mean);
      most = StrictMath.max(most, mean);
    }
    return new Standing(success / rounds.size(), least, most);
  }

  private double success(Column actions) {
    int successes = 0;
    for (int i = 0; i < network.size(); i++) {
      int degree = network.degree(i);
      double cooperators = actions.get(i);
      for (int k = 0; k < degree; k++) {
        cooperators += actions.get(network.neighbor(i, k));
      }
      successes += cooperators >= game.needed(degree + 1) ? 1 : 0;
    }
    return (double) successes / network.size();
  }

  private void checkWhole(Cohort round) {
    if (round.size() != network.size()) {
      throw new IllegalArgumentException(
          "survey: observed %d of %d individuals in round %d, but the derivative needs everybody."
              .concat(" Choose survey: whole.")
              .formatted(round.size(), network.size(), round.round()));
    }
    int unseen = round.outcomes().firstNaN();
    if (unseen >= 0 || round.labelled().isPresent()) {
      throw new IllegalArgumentException(
          "survey: hides actions in round %d, but the derivative needs all. Choose survey: whole."
              .formatted(round.round()));
    }
  }

  /** One game, swept from its end to its beginning. */
  private static final class Sweep {
    private final TrustFlow flow;
    private final Network network;
    private final List<Cohort> rounds;
    private final TrustHistory history;
    private final Pivots pivots;
    private final Steering steering;
    private final double gainOfPivot; // derivative of the gain in the probability of being pivotal

    // lambda: derivative of the loss of later rounds in the trust that they begin with
    private final double[] later;
    private final double[] heard; // the same, where this round's evidence has moved that trust

    Sweep(PivotalGradient people, SteeringLoss loss, TrustFlow flow, List<Cohort> rounds) {
      Game game = people.game;
      this.network = people.network;
      this.flow = flow;
      this.rounds = rounds;
      this.history = new TrustHistory(people.trust, people.newcomers, network, rounds);
      this.pivots = new Pivots(game, network, people.newcomers.column(Attribute.INNATE_BELIEF));
      this.steering = new Steering(game, network, loss);
      this.gainOfPivot = game.gain(1) - game.gain(0);
      this.later = new double[network.size()];
      this.heard = new double[network.size()];
    }

    Slopes toTheFirst() {
      double[][] byForecast = new double[rounds.size()][later.length];
      double loss = 0;
      for (int s = rounds.size() - 1; s >= 0; s--) {
        loss += round(s, byForecast[s]);
      }
      return new Slopes(loss, byForecast);
    }

    private double round(int s, double[] byForecast) {
      Cohort round = rounds.get(s);
      pivots.turnTo(round.predictions(), history.before(s));
      double loss = steering.judge(pivots, round);
      steering.addDirectSlopes(round, byForecast);
      for (int i = 0; i < later.length; i++) {
        heard[i] = history.listens(s, i) ? later[i] : 0;
        double pull = steering.gainSlope(i) * gainOfPivot;
        pivots.addForecastSlopes(i, pull, byForecast);
        later[i] = adjoint(s, i, pull * pivots.trustSlope(i));
      }
      for (int j = 0; j < later.length; j++) {
        byForecast[j] += heardAround(j) * history.evidenceSlope(s, j);
      }
      return loss;
    }

    private double heardAround(int j) {
      double sum = 0;
      for (int k = 0; k < network.degree(j); k++) {
        sum += heard[network.neighbor(j, k)];
      }
      return sum;
    }

    private double adjoint(int s, int i, double own) {
      return switch (flow) {
        case FULL -> own + (history.carries(s, i) ? later[i] : 0);
        case BLOCK_PREVIOUS_TRUST -> own;
        case BLOCK_TRUST -> 0;
      };
    }
  }
}
