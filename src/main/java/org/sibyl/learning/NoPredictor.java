package org.sibyl.learning;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.prediction.Silence;

/** Nobody predicts: individuals are left to their innate beliefs. */
@About("nobody predicts; individuals act on their innate beliefs")
public record NoPredictor() implements Algorithm {
  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    return new Unchanging(new Silence());
  }
}
