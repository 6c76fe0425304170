package org.sibyl.prediction;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/**
 * Accepts who then shows a score of at most 1 - conservativeness. The score, the first feature, is
 * how risky a person looks, as the estimated probability of default.
 *
 * @param conservativeness lambda, finite
 */
public record AcceptanceThreshold(double conservativeness) implements Conservative {
  public AcceptanceThreshold {
    Check.finite("conservativeness", conservativeness);
  }

  /** The highest score that is accepted. */
  public double highestAccepted() {
    return 1 - conservativeness;
  }

  /** 1 for who is accepted, 0 for who is not. */
  @Override
  public Column predict(Matrix features, UniformRandomProvider random) {
    double highest = highestAccepted();
    return Column.generate(features.rows(), i -> features.get(i, 0) <= highest ? 1 : 0);
  }

  @Override
  public Scored scored() {
    return Scored.AFTER_RESPONSE;
  }
}
