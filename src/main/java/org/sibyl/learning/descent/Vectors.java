package org.sibyl.learning.descent;

import org.sibyl.numeric.Check;

/** Sums and lengths of parameters; every result is a new array. */
public final class Vectors {
  private Vectors() {}

  /** The first, plus so many times the second. */
  public static double[] plus(double[] first, double times, double... second) {
    Check.sameSize("second", second.length, "first", first.length);
    double[] sum = first.clone();
    for (int k = 0; k < sum.length; k++) {
      sum[k] += times * second[k];
    }
    return sum;
  }

  /** The sum of products. */
  public static double dot(double[] first, double... second) {
    double sum = 0;
    for (int k = 0; k < first.length; k++) {
      sum += first[k] * second[k];
    }
    return sum;
  }

  /** The Euclidean length. */
  public static double norm(double... vector) {
    return StrictMath.sqrt(dot(vector, vector));
  }

  /** The Euclidean distance. */
  public static double distance(double[] first, double... second) {
    return norm(plus(first, -1, second));
  }

  /** The vector itself, or as much of it as has that length. */
  public static double[] clipped(double length, double... vector) {
    double norm = norm(vector);
    return norm > length ? plus(new double[vector.length], length / norm, vector) : vector.clone();
  }
}
