package org.sibyl.learning;

import org.sibyl.network.Network;
import org.sibyl.numeric.Matrix;

/**
 * What the Predictor knows before round 1.
 *
 * @param network who sees whom; its size is the population's
 * @param features everyone's public features, before any response
 */
public record Beginning(Network network, Matrix features) {
  /** People without features. */
  public static Beginning of(Network network) {
    return new Beginning(network, Matrix.of(network.size(), 0));
  }

  /** Number of individuals. */
  public int size() {
    return network.size();
  }
}
