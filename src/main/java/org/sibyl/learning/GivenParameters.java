package org.sibyl.learning;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;

/**
 * Parameters that the scenario states.
 *
 * @param values one for all or one each
 */
@About("parameters as stated, one number for all or a list")
public record GivenParameters(
    @Parameter(value = "the parameters, one for all or a list", range = "(-inf, inf)")
        Values values)
    implements InitialParameters {
  public GivenParameters {
    values.within("values", Range.FINITE);
  }

  @Override
  public double[] draw(int dimension, UniformRandomProvider random) {
    return values.column("start", dimension).toArray();
  }
}
