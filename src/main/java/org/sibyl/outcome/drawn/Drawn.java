package org.sibyl.outcome.drawn;

import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.outcome.Outcomes;
import org.sibyl.population.Attribute;

/**
 * Outcomes of a round that are drawn in the order of individuals, the same noise for all models.
 */
final class Drawn {
  private Drawn() {}

  /** Normal outcomes with everybody's mean and standard deviation. */
  static Outcomes normal(
      Situation situation, IntToDoubleFunction mean, IntToDoubleFunction deviation) {
    ZigguratSampler.NormalizedGaussian normal =
        ZigguratSampler.NormalizedGaussian.of(
            situation.randomness().at(Draw.NATURE, situation.round()));
    return labels(
        Column.generate(
            situation.population().size(),
            i -> mean.applyAsDouble(i) + deviation.applyAsDouble(i) * normal.sample()),
        Map.of());
  }

  /**
   * Outcomes without payoffs.
   *
   * @throws IllegalArgumentException when somebody has none, because nothing was predicted for it
   */
  static Outcomes labels(Column labels, Map<Attribute, Column> facts) {
    int nobody = labels.firstNaN();
    if (nobody >= 0) {
      throw new IllegalArgumentException(
          "outcome: depends on predictions, but individual "
              + nobody
              + " has none. Choose a learner with a task.");
    }
    return new Outcomes(labels, Column.constant(labels.size(), 0), facts);
  }
}
