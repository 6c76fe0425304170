package org.sibyl.learning;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.prediction.Problem;

/** The parameters with which a learner begins. */
@FunctionalInterface
public interface InitialParameters {
  /** So many parameters. */
  double[] draw(int dimension, UniformRandomProvider random);

  /** Those of a problem, inside its domain. */
  default double[] in(Problem problem, UniformRandomProvider random) {
    return problem.domain().project(draw(problem.dimension(), random));
  }
}
