package org.sibyl.prediction;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;

/**
 * Weighted sums of the features: a score, a forecast, a price. On one constant feature it is a
 * single number for everyone.
 *
 * @param offset added to every prediction, fixed
 */
@About("a weighted sum of the features: a score, a forecast or a price")
public record LinearModels(
    @Parameter(
            value = "added to every prediction, not learned",
            byDefault = "0",
            range = "(-inf, inf)")
        double offset)
    implements ModelFamily {
  public LinearModels {
    Check.finite("offset", offset);
  }

  @Override
  public ParametricClass on(int features) {
    return new OnFeatures(features, offset);
  }

  private record OnFeatures(int dimension, double offset) implements ParametricClass {
    @Override
    public LinearModel model(double... theta) {
      Check.sameSize("theta", theta.length, "the features", dimension);
      return new LinearModel(Column.of(theta), offset);
    }

    @Override
    public boolean isLinear() {
      return true;
    }
  }
}
