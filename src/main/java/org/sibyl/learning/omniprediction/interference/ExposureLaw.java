package org.sibyl.learning.omniprediction.interference;

import org.sibyl.network.ExposureMapping;
import org.sibyl.network.Network;

/**
 * The law of a person's exposure when decisions about its neighbors are drawn independently: exact,
 * as that of a sum of independent whole numbers. It takes (neighbors)^2 steps for each person.
 */
final class ExposureLaw {
  private final double[] sums; // probability of each sum of contributions
  private final int neighbors;
  private final ExposureMapping mapping;

  private ExposureLaw(double[] sums, int neighbors, ExposureMapping mapping) {
    this.sums = sums;
    this.neighbors = neighbors;
    this.mapping = mapping;
  }

  /**
   * The law of one person's exposure.
   *
   * @param probabilities of the decisions about everyone, person after person
   */
  static ExposureLaw of(
      Network network, ExposureMapping mapping, int decisions, double[] probabilities, int person) {
    double[] sums = {1};
    for (int k = 0; k < network.degree(person); k++) {
      int from = network.neighbor(person, k) * decisions;
      sums = plus(sums, mapping, decisions, probabilities, from);
    }
    return new ExposureLaw(sums, network.degree(person), mapping);
  }

  private static double[] plus(
      double[] sums, ExposureMapping mapping, int decisions, double[] probabilities, int from) {
    int most = 0;
    for (int decision = 0; decision < decisions; decision++) {
      most = StrictMath.max(most, mapping.contribution(decision));
    }
    double[] next = new double[sums.length + most];
    for (int decision = 0; decision < decisions; decision++) {
      int added = mapping.contribution(decision);
      for (int sum = 0; sum < sums.length; sum++) {
        next[sum + added] += probabilities[from + decision] * sums[sum];
      }
    }
    return next;
  }

  /** How likely an exposure in this bucket is. */
  double inBucket(int bucket, double... cuts) {
    double probability = 0;
    for (int sum = 0; sum < sums.length; sum++) {
      if (bucket(mapping.exposure(sum, neighbors), cuts) == bucket) {
        probability += sums[sum];
      }
    }
    return probability;
  }

  /** How likely exactly this exposure is. */
  double at(double exposure) {
    double probability = 0;
    for (int sum = 0; sum < sums.length; sum++) {
      if (mapping.exposure(sum, neighbors) == exposure) {
        probability += sums[sum];
      }
    }
    return probability;
  }

  /** The number of cuts that an exposure reaches. */
  static int bucket(double exposure, double... cuts) {
    int bucket = 0;
    while (bucket < cuts.length && exposure >= cuts[bucket]) {
      bucket++;
    }
    return bucket;
  }
}
