package org.sibyl.prediction;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/** The model that tells nobody anything: every prediction is NaN. */
public record Silence() implements Model {
  @Override
  public Column predict(Matrix features, UniformRandomProvider random) {
    return Column.constant(features.rows(), Double.NaN);
  }

  @Override
  public Scored scored() {
    return Scored.BEFORE_RESPONSE;
  }
}
