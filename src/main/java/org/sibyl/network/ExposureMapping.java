package org.sibyl.network;

import org.sibyl.numeric.Column;

/**
 * What somebody feels of the decisions about its neighbors, as one number (Aronow and Samii 2017).
 * It depends on them only through a sum of whole numbers, one for each neighbor, so that its law
 * under independent decisions is known exactly.
 */
public interface ExposureMapping {
  /**
   * What one neighbor adds to the sum, at least 0.
   *
   * @param decision about it, from 0
   */
  int contribution(int decision);

  /**
   * The exposure; finite.
   *
   * @param sum of the neighbors' contributions
   * @param neighbors how many there are; who has none is exposed to 0
   */
  double exposure(int sum, int neighbors);

  /**
   * The exposure of an individual to these decisions.
   *
   * @param decisions about everyone, whole numbers from 0
   */
  default double of(Network network, int individual, Column decisions) {
    int sum = 0;
    int degree = network.degree(individual);
    for (int k = 0; k < degree; k++) {
      sum += contribution((int) decisions.get(network.neighbor(individual, k)));
    }
    return exposure(sum, degree);
  }
}
