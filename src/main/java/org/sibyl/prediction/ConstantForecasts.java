package org.sibyl.prediction;

import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Range;

/**
 * Forecasts that tell everyone the same probability.
 *
 * @param size how many individuals there are
 */
public record ConstantForecasts(int size) implements HypothesisClass {
  public ConstantForecasts {
    Check.atLeast("size", size, 1);
  }

  @Override
  public int dimension() {
    return 1;
  }

  @Override
  public Model model(double... theta) {
    Check.sameSize("theta", theta.length, "the class", 1);
    return new Forecast(Column.constant(size, theta[0]));
  }

  @Override
  public Range range(int parameter) {
    return Range.PROBABILITY;
  }
}
