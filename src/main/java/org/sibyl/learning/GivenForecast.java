package org.sibyl.learning;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;

/**
 * An initial forecast that is given.
 *
 * @param values probability of cooperating, one for all or one each
 */
@About("the given numbers, one for all or a list")
public record GivenForecast(
    @Parameter(value = "probability of cooperating, one for all or a list", range = "[0, 1]")
        Values values)
    implements InitialForecast {
  public GivenForecast {
    values.within("initial", Range.PROBABILITY);
  }

  @Override
  public Column draw(int size, UniformRandomProvider random) {
    return values.column("initial", size);
  }
}
