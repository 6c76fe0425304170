package org.sibyl.learning.riskcontrol.width;

import org.hipparchus.special.Erf;

/**
 * The standard normal distribution. The library computes in pure Java, so that its numbers are the
 * same on every machine.
 */
final class StandardNormal {
  private static final double ROOT_OF_TWO = StrictMath.sqrt(2);
  private static final double ROOT_OF_TWO_PI = StrictMath.sqrt(2 * StrictMath.PI);

  private StandardNormal() {}

  /**
   * The z that is exceeded, in absolute value, with this probability. The library's inverse is
   * right to 1e-16 / probability only; a Newton step makes it right to rounding.
   *
   * @param probability in (0, 1)
   */
  static double twoSided(double probability) {
    double z = ROOT_OF_TWO * Erf.erfcInv(probability);
    double density = 2 * StrictMath.exp(-z * z / 2) / ROOT_OF_TWO_PI;
    return z + (Erf.erfc(z / ROOT_OF_TWO) - probability) / density;
  }
}
