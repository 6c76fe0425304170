package org.sibyl.learning;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;
import org.sibyl.prediction.Forecast;

/**
 * The same forecast in every round.
 *
 * @param forecast probability of cooperating, one for all or one each
 */
@About("deploys the same forecast in every round")
public record FixedForecast(
    @Parameter(
            value = "probability of cooperating that is forecast, one for all or a list",
            range = "[0, 1]")
        Values forecast)
    implements Algorithm {
  public FixedForecast {
    forecast.within("forecast", Range.PROBABILITY);
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    return new Unchanging(new Forecast(forecast.column("forecast", beginning.size())));
  }
}
