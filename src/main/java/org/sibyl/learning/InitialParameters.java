package org.sibyl.learning;

import org.apache.commons.rng.UniformRandomProvider;

/** The parameters with which a learner begins. */
@FunctionalInterface
public interface InitialParameters {
  /** So many parameters. */
  double[] draw(int dimension, UniformRandomProvider random);
}
