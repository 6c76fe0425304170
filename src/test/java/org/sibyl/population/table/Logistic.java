package org.sibyl.population.table;

import java.util.Arrays;
import org.sibyl.population.Sample;

/** Logistic regression by Newton's method, written for tests only: the last feature is the bias. */
final class Logistic {
  private final Sample sample;
  private final double ridge;
  private final int width;
  private double[] coefficients;

  /** The minimiser of mean log-loss plus ridge / 2 times the squares of all but the bias. */
  Logistic(Sample sample, double ridge) {
    this.sample = sample;
    this.ridge = ridge;
    this.width = sample.features().columns();
    this.coefficients = new double[width];
    double loss = loss(coefficients);
    for (int step = 0; step < 100; step++) {
      double[] direction = direction();
      double length = 1;
      double[] next = moved(direction, length);
      while (loss(next) > loss + 1e-14 && length > 1e-12) {
        length /= 2;
        next = moved(direction, length);
      }
      coefficients = next;
      loss = loss(next);
      if (Arrays.stream(direction).map(Math::abs).max().orElseThrow() < 1e-8) {
        return;
      }
    }
    throw new AssertionError("Newton's method did not converge");
  }

  double[] coefficients() {
    return coefficients.clone();
  }

  double loss() {
    return loss(coefficients);
  }

  double accuracy() {
    int right = 0;
    for (int i = 0; i < sample.size(); i++) {
      right += score(coefficients, i) > 0 == (sample.labels().get(i) == 1) ? 1 : 0;
    }
    return (double) right / sample.size();
  }

  private double score(double[] theta, int row) {
    double sum = 0;
    for (int k = 0; k < width; k++) {
      sum += theta[k] * sample.features().get(row, k);
    }
    return sum;
  }

  private double penalty(int k) {
    return k < width - 1 ? ridge : 0;
  }

  private double loss(double[] theta) {
    double sum = 0;
    for (int i = 0; i < sample.size(); i++) {
      double z = score(theta, i);
      sum += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - sample.labels().get(i) * z;
    }
    double loss = sum / sample.size();
    for (int k = 0; k < width; k++) {
      loss += penalty(k) / 2 * theta[k] * theta[k];
    }
    return loss;
  }

  private double[] moved(double[] direction, double length) {
    double[] next = coefficients.clone();
    for (int k = 0; k < width; k++) {
      next[k] -= length * direction[k];
    }
    return next;
  }

  private double[] direction() {
    double[][] system = new double[width][width + 1];
    for (int i = 0; i < sample.size(); i++) {
      double p = 1 / (1 + Math.exp(-score(coefficients, i)));
      for (int j = 0; j < width; j++) {
        double x = sample.features().get(i, j) / sample.size();
        system[j][width] += x * (p - sample.labels().get(i));
        for (int k = 0; k < width; k++) {
          system[j][k] += x * p * (1 - p) * sample.features().get(i, k);
        }
      }
    }
    for (int k = 0; k < width; k++) {
      system[k][k] += penalty(k);
      system[k][width] += penalty(k) * coefficients[k];
    }
    return solved(system);
  }

  /** Gauss and Jordan's elimination; the matrix is positive definite, so pivots are not sought. */
  private static double[] solved(double[][] system) {
    int size = system.length;
    for (int pivot = 0; pivot < size; pivot++) {
      for (int row = 0; row < size; row++) {
        double factor = row == pivot ? 0 : system[row][pivot] / system[pivot][pivot];
        for (int k = pivot; k <= size && factor != 0; k++) {
          system[row][k] -= factor * system[pivot][k];
        }
      }
    }
    double[] solution = new double[size];
    for (int k = 0; k < size; k++) {
      solution[k] = system[k][size] / system[k][k];
    }
    return solution;
  }
}
