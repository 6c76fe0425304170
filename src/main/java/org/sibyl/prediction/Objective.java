package org.sibyl.prediction;

/** What a learner would make small on the people it observed, as a function of theta. */
public interface Objective {
  /** The value, mean over the labelled of the cohort, penalties included. */
  double value(double[] theta, Cohort cohort);

  /** The gradient in theta, while the cohort stays as it is. */
  double[] gradient(double[] theta, Cohort cohort);
}
