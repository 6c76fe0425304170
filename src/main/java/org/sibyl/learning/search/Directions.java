package org.sibyl.learning.search;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.sibyl.numeric.Vectors;

/** Random vectors. */
final class Directions {
  private Directions() {}

  /** Independent standard normal numbers. */
  static double[] normal(int dimension, UniformRandomProvider random) {
    var sampler = ZigguratSampler.NormalizedGaussian.of(random);
    double[] drawn = new double[dimension];
    for (int k = 0; k < dimension; k++) {
      drawn[k] = sampler.sample();
    }
    return drawn;
  }

  /** A uniform direction: a point on the sphere of radius 1. */
  static double[] onSphere(int dimension, UniformRandomProvider random) {
    double[] normal = normal(dimension, random);
    double norm = Vectors.norm(normal);
    return norm > 0
        ? Vectors.plus(new double[dimension], 1 / norm, normal)
        : onSphere(dimension, random);
  }
}
