package org.sibyl.learning.neural;

import org.sibyl.learning.descent.Adam;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;

/**
 * A step of Adam on flat arrays in single precision: the corrections for having begun at 0 are
 * computed in double precision once, the numbers in a loop that the compiler turns into vector
 * instructions.
 *
 * @param adam decays and floor
 * @param rate learning rate, above 0
 */
public record AdamStep(Adam adam, double rate) {
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public AdamStep {
    Check.within("learning-rate", rate, POSITIVE);
  }

  /** As published: decays .9 and .999, floor 1e-8. */
  public static AdamStep published(double rate) {
    return new AdamStep(new Adam(0.9, 0.999, 1e-8), rate);
  }

  /**
   * Changes the two means and writes the next weights; the next weights may be the weights.
   *
   * @param step its number, from 1
   * @param gradient in the weights
   * @param mean of gradients, 0 before the first step
   * @param square mean of squared gradients, 0 before the first step
   */
  public void take(
      int step, float[] weights, float[] gradient, float[] mean, float[] square, float[] next) {
    Check.atLeast("step", step, 1);
    float scale = (float) (rate / (1 - StrictMath.pow(adam.firstDecay(), step)));
    float root = (float) (1 / StrictMath.sqrt(1 - StrictMath.pow(adam.secondDecay(), step)));
    float first = (float) adam.firstDecay();
    float second = (float) adam.secondDecay();
    float firstRest = (float) (1 - adam.firstDecay());
    float secondRest = (float) (1 - adam.secondDecay());
    float floor = (float) adam.floor();
    for (int k = 0; k < weights.length; k++) {
      float g = gradient[k];
      float m = first * mean[k] + firstRest * g;
      float v = second * square[k] + secondRest * g * g;
      mean[k] = m;
      square[k] = v;
      // Exact on every machine, and unlike StrictMath's a vector instruction.
      next[k] = weights[k] - scale * m / ((float) Math.sqrt(v) * root + floor);
    }
  }
}
