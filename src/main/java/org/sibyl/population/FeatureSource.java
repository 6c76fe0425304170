package org.sibyl.population;

import java.util.OptionalInt;
import org.apache.commons.rng.UniformRandomProvider;

/** Where people come from: a table of real people, or a law. */
@FunctionalInterface
public interface FeatureSource {
  /**
   * So many people. A table gives all its rows in order when it is asked for as many as it has, and
   * else draws rows with replacement.
   *
   * @param size how many, at least 1
   * @param random the stream of {@link org.sibyl.numeric.Draw#FEATURES}
   */
  Sample draw(int size, UniformRandomProvider random);

  /** How many people a table holds; empty for a law. */
  default OptionalInt fixedSize() {
    return OptionalInt.empty();
  }

  /**
   * A source of the same people that has done its reading: what is costly and the same at every
   * call is held by the answer. A source itself is a value and holds nothing, so it reads its file
   * whenever it is asked; who asks often asks this once, or {@link PreparedSources}.
   */
  default FeatureSource prepared() {
    return this;
  }
}
