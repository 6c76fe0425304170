package org.sibyl.learning.neural;

/**
 * The convex combination of two gradients with the least norm: no other direction lowers both
 * losses at a rate so much alike (Désidéri 2012; Sener and Koltun 2018, section 3.2). Sums are in
 * double precision, number after number.
 */
public final class MinimumNorm {
  private MinimumNorm() {}

  /**
   * The weight of the first gradient, in [0, 1]; 1 where both are the same. O(size).
   *
   * @param first tensor after tensor
   * @param second of the same shape
   */
  public static double weightOfFirst(float[][] first, float[][] second) {
    double ofFirst = 0;
    double ofBoth = 0;
    double ofSecond = 0;
    for (int t = 0; t < first.length; t++) {
      for (int k = 0; k < first[t].length; k++) {
        double a = first[t][k];
        double b = second[t][k];
        ofFirst += a * a;
        ofBoth += a * b;
        ofSecond += b * b;
      }
    }
    return weight(ofFirst, ofBoth, ofSecond);
  }

  /**
   * The same from inner products.
   *
   * @param ofFirst of the first gradient with itself
   * @param ofBoth of both
   * @param ofSecond of the second with itself
   */
  public static double weight(double ofFirst, double ofBoth, double ofSecond) {
    if (ofBoth >= ofFirst) {
      return 1;
    }
    double leftOfSecond = ofSecond - ofBoth;
    // summed so that rounding cannot make it 0, however much alike the gradients are
    return ofBoth >= ofSecond ? 0 : leftOfSecond / (ofFirst - ofBoth + leftOfSecond);
  }

  /** Writes the weighted sum over the first gradient. */
  static void combine(double weightOfFirst, float[][] first, float[][] second) {
    for (int t = 0; t < first.length; t++) {
      for (int k = 0; k < first[t].length; k++) {
        first[t][k] = (float) (weightOfFirst * first[t][k] + (1 - weightOfFirst) * second[t][k]);
      }
    }
  }
}
