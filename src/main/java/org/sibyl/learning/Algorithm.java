package org.sibyl.learning;

import org.apache.commons.rng.UniformRandomProvider;

/** A learning algorithm with its parameters, before it has met a population. */
public interface Algorithm {
  /**
   * The learner of round 1.
   *
   * @param beginning what the Predictor knows before round 1
   * @param random the stream of {@link org.sibyl.numeric.Draw#LEARNER} for round 0
   * @throws IllegalArgumentException when the parameters do not fit the population
   */
  Learner start(Beginning beginning, UniformRandomProvider random);

  /**
   * Whether a run goes on to its last round even when nothing changes any more. Retraining maps
   * return false: their run is over when the world repeats.
   */
  default boolean runsToHorizon() {
    return true;
  }

  /**
   * Whether it differentiates games of several rounds through trust and best response. Then people
   * must respond in a way whose derivative is known.
   */
  default boolean differentiatesGames() {
    return false;
  }
}
