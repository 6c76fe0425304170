package org.sibyl.experiment.reproduction;

import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.sibyl.behavior.FixedTrust;
import org.sibyl.behavior.LastAction;
import org.sibyl.behavior.PivotalCooperation;
import org.sibyl.behavior.TieRule;
import org.sibyl.behavior.TrustRule;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.network.Network;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Share;
import org.sibyl.numeric.Values;
import org.sibyl.numeric.Workers;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.outcome.Disaster;
import org.sibyl.population.Population;
import org.sibyl.population.PopulationDesign;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.WholePopulation;
import org.sibyl.simulation.World;

/**
 * What reproductions are made with. All of them build their games and agents here, so that a test
 * can plant an error in the model and see every one of them notice.
 *
 * @param game applied to every game before it is played
 * @param full whether to spend more time for narrower bands
 */
public record Workbench(UnaryOperator<CollectiveRisk> game, boolean full) {
  private static final long SEED = 20250201;

  /** The models as they are. */
  public static Workbench sound(boolean full) {
    return new Workbench(UnaryOperator.identity(), full);
  }

  /** The noise of all reproductions. */
  static Randomness randomness() {
    return Randomness.of(SEED);
  }

  /** A game with an endowment of 1. */
  CollectiveRisk game(double risk, double cost, Share threshold) {
    return game.apply(new CollectiveRisk(1, risk, cost, threshold, Disaster.EXPECTED));
  }

  /** The game of most figures: risk .4, cost .2. */
  CollectiveRisk game(Share threshold) {
    return game(0.4, 0.2, threshold);
  }

  /** The laws of a world in which this game is played. */
  Dynamics dynamics(CollectiveRisk played, TrustRule trust) {
    return new Dynamics(
        new PivotalCooperation(played, TieRule.DEFECT),
        played,
        trust,
        new LastAction(),
        new WholePopulation(),
        1,
        randomness(),
        Workers.serial());
  }

  /** The same with trust that never changes. */
  Dynamics dynamics(CollectiveRisk played) {
    return dynamics(played, new FixedTrust());
  }

  /** The first world, where everyone shares a belief and a trust. */
  World world(Network network, double belief, double trust, Algorithm algorithm) {
    Population people =
        new PopulationDesign(OptionalInt.empty(), Values.all(belief), Values.all(trust))
            .build(network.size(), randomness().at(Draw.FEATURES, 0));
    return World.first(
        people,
        network,
        algorithm.start(
            new Beginning(network, people.features()), randomness().at(Draw.LEARNER, 0)));
  }
}
