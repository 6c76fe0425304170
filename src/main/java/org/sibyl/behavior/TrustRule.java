package org.sibyl.behavior;

import org.sibyl.numeric.Column;
import org.sibyl.population.Population;

/** How individuals revise their trust in the Predictor after a round. */
@FunctionalInterface
public interface TrustRule {
  /**
   * The population with revised trust.
   *
   * @param situation what individuals found: predictions, network, their trust before
   * @param response what they did
   * @param labels what came of it, as everyone can see
   */
  Population update(Situation situation, Response response, Column labels);
}
