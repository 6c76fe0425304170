package org.sibyl.prediction.decision;

import java.util.Arrays;
import org.sibyl.numeric.About;

/** All decisions are equally likely, about everyone independently. */
@About(
    value = "all decisions are equally likely, about everyone independently",
    source = "Kim and Perdomo 2023, section 4.2")
public record UniformTrial() implements Trial {
  @Override
  public void probabilities(double[] features, double[] into) {
    Arrays.fill(into, 1.0 / into.length);
  }

  @Override
  public void check(int decisions, int features) {
    // fits all
  }
}
