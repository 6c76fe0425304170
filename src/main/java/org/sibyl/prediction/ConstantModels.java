package org.sibyl.prediction;

import org.sibyl.numeric.About;

/**
 * One number for everyone, whatever their features: a price, or a forecast that must not tell
 * people apart. Its risk counts as one without a known curvature, so that minimisers make do with
 * gradients.
 */
@About("the same number for everyone, whatever their features: one parameter")
public record ConstantModels() implements ModelFamily {
  @Override
  public ParametricClass on(int features) {
    return new Numbers();
  }

  private record Numbers() implements ParametricClass {
    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public ConstantModel model(double... theta) {
      if (theta.length != 1) {
        throw new IllegalArgumentException(
            "theta: has " + theta.length + " entries, but the same number for everyone is one.");
      }
      return new ConstantModel(theta[0]);
    }

    @Override
    public boolean isLinear() {
      return false; // the features are not its coefficients
    }
  }
}
