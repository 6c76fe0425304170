package org.sibyl;

import java.util.function.ToDoubleFunction;

/** Derivatives by central differences: the oracle of all that claims a derivative. */
public final class Differences {
  /** About the cube root of the rounding: errors of both kinds are near 1e-11. */
  private static final double STEP = 1e-5;

  private Differences() {}

  /** The gradient of a function at a point. */
  public static double[] gradient(ToDoubleFunction<double[]> function, double... at) {
    double[] gradient = new double[at.length];
    for (int k = 0; k < at.length; k++) {
      double[] above = at.clone();
      double[] below = at.clone();
      above[k] += STEP;
      below[k] -= STEP;
      gradient[k] =
          (function.applyAsDouble(above) - function.applyAsDouble(below)) / (above[k] - below[k]);
    }
    return gradient;
  }
}
