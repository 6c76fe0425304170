package org.sibyl.population.source;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Sample;

/**
 * People whose one feature is +1 and -1 in turn, the first +1: a fair coin whose sample has exactly
 * the moments of its law. Everyone's label is 1. Their number must be even.
 */
@About("people whose one feature is +1 for exactly half of them and -1 for the others")
public record CoinSource() implements FeatureSource {
  @Override
  public Sample draw(int size, UniformRandomProvider random) {
    Check.atLeast("size", size, 1);
    if (size % 2 != 0) {
      throw Check.invalid("size", Integer.toString(size), "must be even to have equal halves");
    }
    Column sides = Column.generate(size, i -> i % 2 == 0 ? 1 : -1);
    return Features.sample(List.of(sides), false, Features.ones(size));
  }
}
