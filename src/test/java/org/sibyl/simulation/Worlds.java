package org.sibyl.simulation;

import java.util.OptionalInt;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.behavior.BayesianTrust;
import org.sibyl.behavior.LastAction;
import org.sibyl.behavior.PivotalCooperation;
import org.sibyl.behavior.TieRule;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.RandomBinary;
import org.sibyl.learning.RepeatedRiskMinimization;
import org.sibyl.network.BarabasiAlbert;
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

/** Worlds that tests play in: the collective risk dilemma, lively and drawn from seed 7. */
final class Worlds {
  static final Randomness RANDOMNESS = Randomness.of(7);

  private Worlds() {}

  /** Retraining, Bayesian trust and drawn disasters. */
  static Dynamics dynamics(Workers workers) {
    CollectiveRisk game = new CollectiveRisk(1, 0.6, 0.1, Share.of(0.5), Disaster.DRAWN);
    return new Dynamics(
        new PivotalCooperation(game, TieRule.DEFECT),
        game,
        BayesianTrust.withFloor(),
        new LastAction(),
        new WholePopulation(),
        1,
        RANDOMNESS,
        workers);
  }

  static Dynamics dynamics() {
    return dynamics(Workers.serial());
  }

  static World world(int size) {
    return world(network(size), new RepeatedRiskMinimization(RandomBinary.uniform()));
  }

  static World world(Network network, Algorithm algorithm) {
    return World.first(
        people(network.size()),
        network,
        algorithm.start(Beginning.of(network), RANDOMNESS.at(Draw.LEARNER, 0)));
  }

  static Network network(int size) {
    return new BarabasiAlbert(2, BarabasiAlbert.Start.STAR)
        .generate(size, RANDOMNESS.at(Draw.NETWORK, 0));
  }

  /** Individuals with beliefs of their own. */
  static Population people(int size) {
    UniformRandomProvider random = RANDOMNESS.at(Draw.FEATURES, 0);
    return new PopulationDesign(
            OptionalInt.of(size),
            Values.each(random.doubles(size).toArray()),
            Values.each(random.doubles(size).toArray()))
        .build(size, Randomness.of(0).at(Draw.FEATURES, 0));
  }
}
