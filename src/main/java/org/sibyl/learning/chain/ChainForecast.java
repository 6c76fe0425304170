package org.sibyl.learning.chain;

import org.sibyl.numeric.Check;

/**
 * A forecast for the path of three.
 *
 * @param left probability that the leaf with the lower number cooperates, in [0, 1]
 * @param center probability that the center cooperates, in [0, 1]
 * @param right probability that the other leaf cooperates, in [0, 1]
 */
public record ChainForecast(double left, double center, double right) {
  public ChainForecast {
    Check.probability("left", left);
    Check.probability("center", center);
    Check.probability("right", right);
  }
}
