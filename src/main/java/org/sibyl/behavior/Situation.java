package org.sibyl.behavior;

import org.sibyl.network.Network;
import org.sibyl.numeric.Randomness;
import org.sibyl.population.Population;
import org.sibyl.prediction.Deployment;
import org.sibyl.prediction.Parametric;

/**
 * What individuals and Nature find in a round: the deployment, last round's population, the
 * network.
 *
 * @param deployment the model in force and what it says
 * @param population everyone as last round left them
 * @param network who sees whom
 * @param randomness the run's keyed noise
 */
public record Situation(
    Deployment deployment, Population population, Network network, Randomness randomness) {
  /** The round, from 1. */
  public int round() {
    return deployment.round();
  }

  /**
   * The published model, of which people and Nature read the parameters.
   *
   * @throws IllegalArgumentException when it has none
   */
  public Parametric parametric() {
    if (deployment.model() instanceof Parametric model) {
      return model;
    }
    throw new IllegalArgumentException(
        "behavior: responds to a model with parameters, but "
            + deployment.model().getClass().getSimpleName()
            + " has none. Choose a learner with a task.");
  }
}
