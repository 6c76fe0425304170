package org.sibyl.learning;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Model;

/**
 * The learner that does not learn.
 *
 * @param model what it deploys in every round
 */
public record Unchanging(Model model) implements Learner {
  @Override
  public Learner learn(Episode episode, UniformRandomProvider random) {
    return this;
  }

  @Override
  public Progress progress() {
    return Progress.FINISHED;
  }
}
