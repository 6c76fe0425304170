package org.sibyl.learning.neural;

import java.util.OptionalLong;

/**
 * What a network is asked about.
 *
 * @param symbols rounds x individuals: the last action, 0 or 1, or 2 for none yet
 * @param dropout the seed of what is dropped; none when nothing is
 */
@SuppressWarnings("ArrayRecordComponent") // read only, by layers
record Batch(int[][] symbols, OptionalLong dropout) {
  /** How many symbols there are. */
  static final int SYMBOLS = 3;

  int rounds() {
    return symbols.length;
  }
}
