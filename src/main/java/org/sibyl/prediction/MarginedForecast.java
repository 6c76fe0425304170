package org.sibyl.prediction;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/**
 * Produces a margin more than is forecast: (1 + factor * conservativeness) times the first feature,
 * a forecast of demand.
 *
 * @param conservativeness lambda, finite
 * @param factor margin per unit of lambda, finite
 */
public record MarginedForecast(double conservativeness, double factor) implements Conservative {
  public MarginedForecast {
    Check.finite("conservativeness", conservativeness);
    Check.finite("factor", factor);
  }

  /** What is produced for a forecast. */
  public double production(double forecast) {
    return (1 + factor * conservativeness) * forecast;
  }

  @Override
  public Column predict(Matrix features, UniformRandomProvider random) {
    return Column.generate(features.rows(), i -> production(features.get(i, 0)));
  }

  @Override
  public Scored scored() {
    return Scored.BEFORE_RESPONSE;
  }
}
