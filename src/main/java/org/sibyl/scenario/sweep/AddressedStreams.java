package org.sibyl.scenario.sweep;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Streams by number, so that points can be made in any order and need not be kept. */
final class AddressedStreams {
  private final long key;

  AddressedStreams(UniformRandomProvider random) {
    key = random.nextLong();
  }

  /** The stream of a number; the generator's seeding tells neighboring numbers apart. */
  UniformRandomProvider at(long number) {
    return RandomSource.L64_X128_MIX.create(key + number);
  }
}
