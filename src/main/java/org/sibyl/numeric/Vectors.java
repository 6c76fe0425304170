package org.sibyl.numeric;

/** Sums and lengths of parameters, in index order; every result is a new array. */
public final class Vectors {
  private Vectors() {}

  /** The first, plus so many times the second. */
  public static double[] plus(double[] first, double times, double... second) {
    Check.sameSize("second", second.length, "first", first.length);
    double[] sum = first.clone();
    add(sum, times, second);
    return sum;
  }

  /** The difference. */
  public static double[] minus(double[] first, double... second) {
    return plus(first, -1, second);
  }

  /** So many times a vector. */
  public static double[] times(double factor, double... vector) {
    return plus(new double[vector.length], factor, vector);
  }

  /** Adds so many times the second to the first, in place. */
  public static void add(double[] into, double factor, double[] other) {
    for (int k = 0; k < into.length; k++) {
      into[k] += factor * other[k];
    }
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
    return norm(minus(first, second));
  }

  /** The vector itself, or as much of it as has that length. */
  public static double[] clipped(double length, double... vector) {
    double norm = norm(vector);
    return norm > length ? times(length / norm, vector) : vector.clone();
  }
}
