package org.sibyl.behavior.strategic;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.Check;
import org.sibyl.prediction.Parametric;

/** What people read of a published model. */
final class Deployed {
  private Deployed() {}

  /**
   * The published model.
   *
   * @throws IllegalArgumentException when it has no parameters that people could respond to
   */
  static Parametric model(Situation situation) {
    if (situation.deployment().model() instanceof Parametric model) {
      return model;
    }
    throw new IllegalArgumentException(
        "behavior: responds to a model with parameters, but "
            + situation.deployment().model().getClass().getSimpleName()
            + " has none. Choose a learner with a task.");
  }

  /** The published parameters. */
  static double[] theta(Situation situation) {
    return model(situation).theta();
  }

  /** The features that people can move, all when not stated. */
  static int[] movable(Optional<List<Integer>> stated, int features) {
    return stated
        .map(
            list ->
                list.stream()
                    .mapToInt(
                        k -> {
                          if (k < 0 || k >= features) {
                            throw Check.invalid(
                                "features",
                                Integer.toString(k),
                                "is not one of the " + features + " features, from 0");
                          }
                          return k;
                        })
                    .toArray())
        .orElseGet(() -> IntStream.range(0, features).toArray());
  }
}
