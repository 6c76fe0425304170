package org.sibyl.prediction;

/**
 * The map from a deployed model to the data it induces, D(theta), as something to sample from: the
 * oracle that methods beyond "deploy and look" assume (Perdomo et al. 2020, section 2).
 */
@FunctionalInterface
public interface DistributionMap {
  /**
   * A sample from the data that deploying the model induces. The same replicate gives the same
   * noise for every model (common random numbers).
   */
  Cohort sample(Model deployed, int replicate);
}
