package org.sibyl.behavior.social;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Model;
import org.sibyl.prediction.Scored;

/**
 * The probabilities that people are told. A model that scores shown features is published, and
 * people who show what they have know what it will say of them.
 */
final class Told {
  private final Situation situation;
  private final Model model;
  private final Matrix features;
  private final double[] own;

  /** Models with parameters are not randomised, so no stream of a run is spent on them. */
  private final UniformRandomProvider idle = Randomness.of(0).at(Draw.DEPLOYMENT, 0);

  Told(Situation situation) {
    this.situation = situation;
    this.model =
        situation.deployment().model().scored() == Scored.BEFORE_RESPONSE
            ? situation.deployment().model()
            : situation.parametric();
    this.features = situation.population().features();
    this.own = new double[features.columns()];
  }

  /**
   * The probability that one is told, or another number when one is told nothing.
   *
   * @throws IllegalArgumentException when what one is told is no probability
   */
  double probability(int individual, double untold) {
    double said = said(individual);
    if (Double.isNaN(said)) {
      return untold;
    }
    if (!Range.PROBABILITY.contains(said)) {
      throw Check.invalid(
          "behavior",
          "prediction " + said + " of individual " + individual,
          "is no probability. Maybe choose task.model: {type: logistic}");
    }
    return said;
  }

  private double said(int individual) {
    if (model.scored() == Scored.BEFORE_RESPONSE) {
      return situation.deployment().predictions().get(individual);
    }
    features.copyRow(individual, own);
    return model.predict(Matrix.of(1, own.length, own), idle).get(0);
  }
}
