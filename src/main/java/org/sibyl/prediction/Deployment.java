package org.sibyl.prediction;

import java.util.Optional;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/**
 * A model in force for one round, and what it says to each individual.
 *
 * @param round from 1
 * @param model the model
 * @param predictions one for each individual; NaN where nothing was said
 * @param propensities how likely each individual was to be told so, in (0, 1], where the model
 *     draws what it says
 */
public record Deployment(
    int round, Model model, Column predictions, Optional<Column> propensities) {
  /** A model that draws nothing. */
  public Deployment(int round, Model model, Column predictions) {
    this(round, model, predictions, Optional.empty());
  }

  /**
   * A model and what it has said about these features, with the propensities of a {@link
   * Randomized} one.
   *
   * @throws IllegalArgumentException for a propensity that is not in (0, 1], naming the individual
   */
  public static Deployment of(int round, Model model, Matrix features, Column predictions) {
    if (!(model instanceof Randomized randomized)) {
      return new Deployment(round, model, predictions);
    }
    Column propensities = randomized.propensities(features, predictions);
    for (int i = 0; i < propensities.size(); i++) {
      double propensity = propensities.get(i);
      if (!(propensity > 0 && propensity <= 1)) {
        throw new IllegalArgumentException(
            "the propensity of individual " + i + " is " + propensity + " and must lie in (0, 1].");
      }
    }
    return new Deployment(round, model, predictions, Optional.of(propensities));
  }
}
