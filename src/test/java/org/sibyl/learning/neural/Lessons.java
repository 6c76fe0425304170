package org.sibyl.learning.neural;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.sibyl.Given;
import org.sibyl.behavior.BayesianTrust;
import org.sibyl.behavior.LastAction;
import org.sibyl.behavior.PivotalCooperation;
import org.sibyl.behavior.TieRule;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.Learner;
import org.sibyl.network.Network;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Share;
import org.sibyl.numeric.Workers;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.outcome.Disaster;
import org.sibyl.population.Population;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.WholePopulation;
import org.sibyl.simulation.World;

/** Learned predictors in the published game: r = .4, c = .2, belief .8, trust .5. */
final class Lessons {
  static final Randomness RANDOMNESS = Randomness.of(20261130);

  private Lessons() {}

  static CollectiveRisk game() {
    return new CollectiveRisk(1, 0.4, 0.2, Share.of(0.5), Disaster.EXPECTED);
  }

  static Dynamics dynamics(int rounds) {
    return new Dynamics(
        new PivotalCooperation(game(), TieRule.DEFECT),
        game(),
        BayesianTrust.withFloor(),
        new LastAction(),
        new WholePopulation(),
        rounds,
        RANDOMNESS,
        Workers.serial());
  }

  static Population people(int size) {
    return Given.people(size, 0.8, 0.5);
  }

  static World world(Network network, Learner learner) {
    return World.first(people(network.size()), network, learner);
  }

  static Training learner(LearnedPredictor plan, Network network) {
    return (Training) plan.start(Beginning.of(network), RANDOMNESS.at(Draw.LEARNER, 0));
  }

  /** The learner that begins with these weights. */
  static Training learner(LearnedPredictor plan, Network network, Weights weights) {
    return plan.start(Beginning.of(network), weights, RANDOMNESS.at(Draw.LEARNER, 0));
  }

  /** What each of so many games came to. */
  static List<GameResult> results(Dynamics dynamics, World first, int games) {
    return learners(dynamics, first, games)
        .map(learner -> learner.record().last().orElseThrow())
        .toList();
  }

  /** The learner after so many games. */
  static Training after(Dynamics dynamics, World first, int games) {
    return learners(dynamics, first, games).reduce((one, next) -> next).orElseThrow();
  }

  /** The learners after each of so many games, one at a time, for they are large. */
  private static Stream<Training> learners(Dynamics dynamics, World first, int games) {
    return Stream.iterate(game(dynamics, first), world -> game(dynamics, world))
        .limit(games)
        .map(world -> (Training) world.learner());
  }

  /** The world after a game. */
  static World game(Dynamics dynamics, World before) {
    World world = before;
    for (int round = 0; round < dynamics.episodeLength(); round++) {
      world = dynamics.play(world).after();
    }
    return world;
  }

  /** The initial weights that the recorded trajectories state, by java.util.SplittableRandom. */
  static Weights recorded(int individuals) {
    List<Shape> shapes = Mlp.published().shapes(individuals);
    float[][] tensors = new float[shapes.size()][];
    for (int t = 0; t < tensors.length; t++) {
      int fanIn = t == 0 ? 0 : shapes.get(t % 2 == 1 ? t : t - 1).columns();
      double bound = t == 0 ? Math.sqrt(3) : 1 / Math.sqrt(fanIn);
      SplittableRandom random = new SplittableRandom(1000 + t);
      tensors[t] = new float[shapes.get(t).size()];
      for (int k = 0; k < tensors[t].length; k++) {
        tensors[t][k] = (float) ((2 * random.nextDouble() - 1) * bound);
      }
    }
    return Weights.owning(tensors);
  }
}
