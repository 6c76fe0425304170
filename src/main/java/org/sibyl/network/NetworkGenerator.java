package org.sibyl.network;

import java.util.OptionalInt;
import org.apache.commons.rng.UniformRandomProvider;

/** A rule that makes the network of a population. Its law depends on the size only. */
@FunctionalInterface
public interface NetworkGenerator {
  /**
   * A network of {@code size} individuals. The same stream gives the same network; a generator that
   * draws nothing ignores it.
   *
   * @throws IllegalArgumentException when this generator cannot make a network of that size
   */
  Network generate(int size, UniformRandomProvider random);

  /**
   * The only size it can make, where a file or a lattice fixes it.
   *
   * @throws IllegalArgumentException when that is to be read from a file, and the file has an error
   */
  default OptionalInt fixedSize() {
    return OptionalInt.empty();
  }
}
