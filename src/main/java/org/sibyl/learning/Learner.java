package org.sibyl.learning;

import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Feedback;
import org.sibyl.prediction.Model;

/**
 * How the Predictor goes on: the model it deploys now, and the learner it becomes by what it then
 * observes. Immutable; two learners are equal when they will deploy and learn alike.
 */
public interface Learner {
  /** The model to deploy. */
  Model model();

  /**
   * The learner after an episode.
   *
   * @param episode the cohorts observed since it last learned
   * @param random the stream of {@link org.sibyl.numeric.Draw#LEARNER} for this round
   */
  Learner learn(Episode episode, UniformRandomProvider random);

  /** What it reads of the world; a read beyond that throws. */
  default Feedback feedback() {
    return Feedback.LOSSES;
  }

  /** What a reader of the run should know about how it stands, a sentence each. */
  default List<String> notes() {
    return List.of();
  }

  /** How far it is in numbers, in a few words for who waits; empty when it has none. */
  default String standing() {
    return "";
  }

  /** What it would leave to others now, as a file keeps it; most learners leave nothing. */
  default Optional<Record> product() {
    return Optional.empty();
  }

  /** How far it is. */
  Progress progress();
}
