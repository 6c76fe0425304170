package org.sibyl.prediction;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Range;

/**
 * A forecast with a number of its own for every individual, whatever the features: the probability
 * that the individual cooperates.
 *
 * @param probabilities one for each individual, in [0, 1]
 */
public record Forecast(Column probabilities) implements Model {
  public Forecast {
    for (int i = 0; i < probabilities.size(); i++) {
      if (!Range.PROBABILITY.contains(probabilities.get(i))) {
        throw Check.invalid(
            "forecast[" + i + "]", Double.toString(probabilities.get(i)), "must lie in [0, 1]");
      }
    }
  }

  @Override
  public Column predict(Matrix features, UniformRandomProvider random) {
    Check.sameSize("forecast", probabilities.size(), "the population", features.rows());
    return probabilities;
  }

  @Override
  public Scored scored() {
    return Scored.BEFORE_RESPONSE;
  }
}
