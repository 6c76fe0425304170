package org.sibyl.behavior.strategic;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.prediction.Parametric;

/** What a published model says of features that an individual might show. */
final class Scores {
  private final Parametric model;

  /** Models with parameters are not randomised, so no stream of a run is spent on them. */
  private final UniformRandomProvider idle = Randomness.of(0).at(Draw.DEPLOYMENT, 0);

  Scores(Parametric model) {
    this.model = model;
  }

  /** The prediction for one individual's features. */
  double of(double... features) {
    return model.predict(Matrix.of(1, features.length, features), idle).get(0);
  }
}
