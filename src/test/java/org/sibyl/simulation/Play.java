package org.sibyl.simulation;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.Given;
import org.sibyl.behavior.FixedTrust;
import org.sibyl.behavior.LastAction;
import org.sibyl.behavior.PivotalCooperation;
import org.sibyl.behavior.TieRule;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.GivenForecast;
import org.sibyl.learning.RepeatedRiskMinimization;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Values;
import org.sibyl.numeric.Workers;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.population.Population;

/** Worlds of the collective risk dilemma with fixed trust, and playing them. */
public final class Play {
  private Play() {}

  /** The game's laws, with trust that never changes. */
  public static Dynamics dynamics(CollectiveRisk game) {
    return new Dynamics(
        new PivotalCooperation(game, TieRule.DEFECT),
        game,
        new FixedTrust(),
        new LastAction(),
        new WholePopulation(),
        1,
        Randomness.of(20260501),
        Workers.serial());
  }

  /** The first world with this Predictor. */
  public static World world(Network network, Population people, Algorithm algorithm) {
    return World.first(
        people,
        network,
        algorithm.start(Beginning.of(network), Randomness.of(20260501).at(Draw.LEARNER, 0)));
  }

  /** The first world of full trust in a Predictor that retrains from this forecast. */
  public static World retraining(Network network, String initial) {
    double[] forecast = initial.chars().mapToDouble(c -> c - '0').toArray();
    return world(
        network,
        Given.people(network.size(), 0.8, 1),
        new RepeatedRiskMinimization(new GivenForecast(Values.each(forecast))));
  }

  /** So many rounds. */
  public static List<Round> rounds(Dynamics dynamics, World first, int count) {
    List<Round> rounds = new ArrayList<>();
    World world = first;
    for (int k = 0; k < count; k++) {
      rounds.add(dynamics.play(world));
      world = rounds.get(k).after();
    }
    return rounds;
  }

  /** The actions as a string of zeros and ones. */
  public static String actions(Round round) {
    Column actions = round.response().actions();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < actions.size(); i++) {
      text.append((int) actions.get(i));
    }
    return text.toString();
  }

  /** Groups that reached their threshold. */
  public static int successes(Round round) {
    return (int) round.outcomes().fact(CollectiveRisk.GROUP_SUCCESS).sum();
  }
}
