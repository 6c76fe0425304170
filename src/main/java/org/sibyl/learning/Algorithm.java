package org.sibyl.learning;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.network.Network;

/** A learning algorithm with its parameters, before it has met a population. */
public interface Algorithm {
  /**
   * The learner of round 1.
   *
   * @param network who sees whom; its size is the population's
   * @param random the stream of {@link org.sibyl.numeric.Draw#LEARNER} for round 0
   * @throws IllegalArgumentException when the parameters do not fit the population
   */
  Learner start(Network network, UniformRandomProvider random);

  /**
   * Whether a run goes on to its last round even when nothing changes any more. Retraining maps
   * return false: their run is over when the world repeats.
   */
  default boolean runsToHorizon() {
    return true;
  }
}
