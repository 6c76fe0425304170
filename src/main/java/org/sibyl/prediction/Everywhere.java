package org.sibyl.prediction;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Range;

/** All parameters. */
@About("all parameters are allowed")
public record Everywhere() implements Domain {
  @Override
  public double[] project(double... theta) {
    return theta.clone();
  }

  @Override
  public Range range(int parameter) {
    return Range.FINITE;
  }

  @Override
  public Domain inner(double radius) {
    return this;
  }
}
