package org.sibyl.population.table;

import org.sibyl.population.Sample;

/** Published facts of the credit sample. */
final class CreditFileFacts {
  static final String FIRST = "RevolvingUtilizationOfUnsecuredLines";

  /** A quarter of the mean squared norm: the smoothness of unpenalised logistic regression. */
  static final double SMOOTHNESS = 4.666283664079546;

  private CreditFileFacts() {}

  static double quarterOfMeanSquaredNorm(Sample sample) {
    double sum = 0;
    for (double entry : sample.features().toArray()) {
      sum += entry * entry;
    }
    return sum / sample.size() / 4;
  }
}
