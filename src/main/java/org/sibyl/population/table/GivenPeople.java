package org.sibyl.population.table;

import java.util.OptionalInt;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Check;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Sample;

/**
 * People who are there already: all in order when as many are asked for, else drawn with
 * replacement.
 *
 * @param people all of them
 */
record GivenPeople(Sample people) implements FeatureSource {
  @Override
  public OptionalInt fixedSize() {
    return OptionalInt.of(people.size());
  }

  @Override
  public Sample draw(int size, UniformRandomProvider random) {
    Check.atLeast("size", size, 1);
    if (size == people.size()) {
      return people;
    }
    int[] chosen = new int[size];
    for (int i = 0; i < size; i++) {
      chosen[i] = random.nextInt(people.size());
    }
    return people.rows(chosen);
  }
}
