package org.sibyl.learning.search;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.Learner;
import org.sibyl.network.Network;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Share;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.ForecastByLastAction;

/**
 * Steering without knowing how people respond: an evolution strategy with antithetic perturbations
 * (Salimans et al. 2017, section 2.1). It deploys its table of forecasts plus a random change for
 * one game, minus the same change for the next, and moves along the change by the difference of
 * what both games came to. Every perturbed table is a deployment of its own.
 *
 * <p>It learns a table of three log-odds for each individual, by its last action, and not the
 * weights of a network: the noise of such a step grows with the number of parameters, which are 3 N
 * here and more than a million there.
 *
 * @param aim what it wants of a game
 * @param groupThreshold share of a group that it takes to be needed
 * @param deviation of the random changes, in log-odds, above 0
 * @param step change of log-odds per unit of estimated gradient, above 0
 */
@About(
    value = "tries changed tables of forecasts and keeps to what helped, knowing no derivative",
    source = "Salimans et al. 2017, section 2.1",
    draws = Draw.LEARNER)
public record ScoreFunction(
    @Parameter(value = "what is wanted of a game", byDefault = "success") Aim aim,
    @Parameter(
            value = "share of a group that is taken to be needed",
            unit = "share of the group",
            range = "[0, 1]")
        Share groupThreshold,
    @Parameter(
            value = "standard deviation of the random changes",
            unit = "log-odds",
            range = "(0, inf)",
            byDefault = "2")
        double deviation,
    @Parameter(
            value = "change of log-odds per unit of estimated gradient",
            range = "(0, inf)",
            byDefault = "20")
        double step)
    implements Algorithm {
  private static final Range POSITIVE = Range.parse("(0, inf)");

  /** What is wanted of a game, mean over its rounds. */
  public enum Aim {
    /** That groups succeed. */
    SUCCESS,
    /** That individuals cooperate. */
    COOPERATION,
    /** That forecasts are right: mean probability forecast for what happened. */
    ACCURACY
  }

  public ScoreFunction {
    Check.within("deviation", deviation, POSITIVE);
    Check.within("step", step, POSITIVE);
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    int size = ForecastByLastAction.SYMBOLS * beginning.size();
    return PerturbedGames.next(this, beginning.network(), 0, Column.constant(size, 0), random);
  }

  /** What a game is worth: a number from 0 to 1. */
  double worth(List<Cohort> rounds, Network network) {
    double sum = 0;
    for (Cohort round : rounds) {
      sum +=
          switch (aim) {
            case SUCCESS -> success(round.outcomes(), network);
            case COOPERATION -> round.outcomes().mean();
            case ACCURACY -> accuracy(round);
          };
    }
    return sum / rounds.size();
  }

  private double success(Column actions, Network network) {
    return Column.generate(network.size(), i -> succeeds(i, actions, network) ? 1 : 0).mean();
  }

  private boolean succeeds(int owner, Column actions, Network network) {
    int degree = network.degree(owner);
    double cooperators = actions.get(owner);
    for (int k = 0; k < degree; k++) {
      cooperators += actions.get(network.neighbor(owner, k));
    }
    return cooperators >= groupThreshold.ceilingOf(degree + 1);
  }

  private static double accuracy(Cohort round) {
    Column told = round.predictions();
    return Column.generate(
            round.size(), k -> round.outcomes().get(k) == 1 ? told.get(k) : 1 - told.get(k))
        .mean();
  }
}
