package org.sibyl.population.source;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Sample;

/** People who are all alike: their one feature is 1, the intercept of a model without others. */
@About("people who are all alike: one feature that is always 1")
public record ConstantSource() implements FeatureSource {
  @Override
  public Sample draw(int size, UniformRandomProvider random) {
    Check.atLeast("size", size, 1);
    return Features.sample(List.of(), true, Features.ones(size));
  }
}
