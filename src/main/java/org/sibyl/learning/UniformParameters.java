package org.sibyl.learning;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;

/**
 * Independent uniform parameters.
 *
 * @param low least value
 * @param high greatest value, at least {@code low}
 */
@About(value = "independent uniform parameters", draws = Draw.LEARNER)
public record UniformParameters(
    @Parameter(value = "least value", byDefault = "-1", range = "(-inf, inf)") double low,
    @Parameter(value = "greatest value", byDefault = "1", range = "(-inf, inf)") double high)
    implements InitialParameters {
  public UniformParameters {
    Check.finite("low", low);
    if (!(Check.finite("high", high) >= low)) {
      throw Check.invalid("high", Double.toString(high), "must be at least low = " + low);
    }
  }

  @Override
  public double[] draw(int dimension, UniformRandomProvider random) {
    double[] drawn = new double[dimension];
    for (int k = 0; k < dimension; k++) {
      drawn[k] = low + (high - low) * random.nextDouble();
    }
    return drawn;
  }
}
