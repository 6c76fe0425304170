package org.sibyl.simulation;

import org.sibyl.behavior.Response;
import org.sibyl.numeric.Randomness;
import org.sibyl.outcome.Outcomes;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Deployment;

/** Which individuals the Predictor observes in a round, and what of them. */
@FunctionalInterface
public interface Survey {
  /** The cohort. Noise comes from {@link org.sibyl.numeric.Draw#SURVEY} only. */
  Cohort observe(Deployment deployment, Response response, Outcomes outcomes, Randomness random);

  /**
   * Refuses a population that is too small for this survey; most surveys take any.
   *
   * @throws IllegalArgumentException when it is
   */
  default void check(int size) {}
}
