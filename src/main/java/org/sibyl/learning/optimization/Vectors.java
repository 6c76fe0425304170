package org.sibyl.learning.optimization;

/** Arithmetic of vectors, in index order. */
final class Vectors {
  private Vectors() {}

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  static double norm(double[] vector) {
    return StrictMath.sqrt(dot(vector, vector));
  }

  /** A vector plus so much of another; a new array. */
  static double[] plus(double[] vector, double factor, double[] other) {
    double[] sum = new double[vector.length];
    for (int k = 0; k < sum.length; k++) {
      sum[k] = vector[k] + factor * other[k];
    }
    return sum;
  }

  static double[] minus(double[] a, double[] b) {
    return plus(a, -1, b);
  }

  static void add(double[] into, double factor, double[] other) {
    for (int k = 0; k < into.length; k++) {
      into[k] += factor * other[k];
    }
  }

  static double[] times(double factor, double[] vector) {
    return plus(new double[vector.length], factor, vector);
  }
}
