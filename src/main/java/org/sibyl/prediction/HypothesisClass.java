package org.sibyl.prediction;

import org.sibyl.numeric.Range;

/** A set of models that the Predictor may choose from, each named by its parameters theta. */
public interface HypothesisClass {
  /** How many parameters a model has, at least 1. */
  int dimension();

  /**
   * The model of these parameters.
   *
   * @throws IllegalArgumentException when there are not {@link #dimension()} of them, or one is
   *     outside its range
   */
  Model model(double... theta);

  /** The values that a parameter can take. */
  Range range(int parameter);
}
