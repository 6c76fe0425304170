package org.sibyl.prediction;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/** What the Predictor deploys: an immutable rule from everyone's public features to predictions. */
public interface Model {
  /**
   * The predictions for all individuals at once.
   *
   * @param features individuals x features
   * @param random the stream of a randomised model; others leave it alone
   * @return one prediction each; NaN where the model tells an individual nothing
   */
  Column predict(Matrix features, UniformRandomProvider random);

  /** When it reads the features. */
  Scored scored();
}
