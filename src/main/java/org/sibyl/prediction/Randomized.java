package org.sibyl.prediction;

import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/** A model that draws what it predicts and can say how likely each draw was. */
public interface Randomized extends Model {
  /**
   * The probability with which each individual was given its prediction, in (0, 1].
   *
   * @param features individuals x features, as the model has read them
   * @param predictions what it has drawn
   */
  Column propensities(Matrix features, Column predictions);
}
