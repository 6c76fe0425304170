package org.sibyl.learning.chain;

import org.sibyl.network.Network;
import org.sibyl.numeric.Column;

/**
 * Who is who on a path of three.
 *
 * @param left the leaf with the lower number
 * @param center the one who sees both others
 * @param right the leaf with the higher number
 */
record Chain(int left, int center, int right) {
  /** Number of individuals. */
  static final int SIZE = 3;

  /**
   * The roles in a network.
   *
   * @throws IllegalArgumentException when it is not a path of three
   */
  static Chain in(Network network) {
    if (network.size() == SIZE && network.edgeCount() == SIZE - 1) {
      for (int i = 0; i < SIZE; i++) {
        if (network.degree(i) == SIZE - 1) {
          return new Chain(network.neighbor(i, 0), i, network.neighbor(i, 1));
        }
      }
    }
    throw new IllegalArgumentException(
        "network: size "
            + network.size()
            + " with "
            + network.edgeCount()
            + " edges is not a path of three. Give network: {type: path} and population: {size: 3}.");
  }

  /** The forecast as a column, by number. */
  Column column(ChainForecast forecast) {
    return Column.generate(
        SIZE,
        i -> i == center ? forecast.center() : i == left ? forecast.left() : forecast.right());
  }
}
