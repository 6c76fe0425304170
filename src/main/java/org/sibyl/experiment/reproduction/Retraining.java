package org.sibyl.experiment.reproduction;

import java.util.BitSet;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.NoPredictor;
import org.sibyl.learning.RandomBinary;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.outcome.equilibrium.Orbit;
import org.sibyl.prediction.Forecast;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/**
 * Repeated risk minimization on binary forecasts under full trust (Góis et al. 2025, section 3):
 * the next forecast is what the agents just did. Each round is played by the agents.
 */
final class Retraining {
  private final Dynamics dynamics;
  private final World world;

  Retraining(Workbench bench, Network network, CollectiveRisk game) {
    this.dynamics = bench.dynamics(game);
    this.world = bench.world(network, 0.8, 1, new NoPredictor());
  }

  /** Individuals. */
  int size() {
    return world.population().size();
  }

  /** The round that follows a forecast. */
  Round play(BitSet forecast) {
    Column told = Column.generate(size(), i -> forecast.get(i) ? 1 : 0);
    return dynamics.play(world, new Forecast(told));
  }

  /** Who acts after a forecast. */
  BitSet actions(BitSet forecast) {
    return acting(play(forecast));
  }

  /** Where retraining leads from a forecast. */
  Orbit from(BitSet forecast) {
    return Orbit.of(forecast, this::actions);
  }

  /** The share of groups and time below the threshold on the cycle that retraining ends in. */
  double belowThreshold(Orbit orbit) {
    double below = 0;
    for (BitSet state : orbit.cycle()) {
      below += (double) (size() - successes(play(state))) / size() / orbit.period();
    }
    return below;
  }

  /** A random binary forecast: the probability of a one is itself uniform. */
  BitSet randomForecast(UniformRandomProvider random) {
    Column drawn = RandomBinary.uniform().draw(size(), random);
    BitSet forecast = new BitSet(size());
    for (int i = 0; i < size(); i++) {
      forecast.set(i, drawn.get(i) == 1);
    }
    return forecast;
  }

  /** Who acted. */
  static BitSet acting(Round round) {
    Column actions = round.response().actions();
    BitSet acting = new BitSet(actions.size());
    for (int i = 0; i < actions.size(); i++) {
      acting.set(i, actions.get(i) == 1);
    }
    return acting;
  }

  /** How many groups reached their threshold. */
  static int successes(Round round) {
    return (int) round.outcomes().fact(CollectiveRisk.GROUP_SUCCESS).sum();
  }
}
