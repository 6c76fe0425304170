package org.sibyl.prediction.decision;

import org.sibyl.numeric.About;

/** Everyone counts the same, 1. */
@About("everyone counts the same, 1")
public record Everyone() implements ImportanceWeight {
  @Override
  public double of(double[] features) {
    return 1;
  }

  @Override
  public double max() {
    return 1;
  }

  @Override
  public void check(int features) {
    // fits all
  }
}
