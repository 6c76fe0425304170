package org.sibyl.prediction;

import org.sibyl.numeric.Range;

/** A set of differentiable models, each named by any real numbers theta. */
public interface ParametricClass extends HypothesisClass {
  @Override
  Parametric model(double... theta);

  /**
   * Whether predictions are linear in theta with the features as coefficients, up to a constant:
   * then the curvature of a risk is known exactly. Where they are not, as with probabilities that
   * are a function of a linear score, minimisers make do with gradients.
   */
  boolean isLinear();

  @Override
  default Range range(int parameter) {
    return Range.FINITE;
  }
}
