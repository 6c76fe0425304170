package org.sibyl.prediction;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;

/**
 * Probabilities of label 1 whose log-odds are weighted sums of the features: for {@link
 * CrossEntropy}, or {@link SquaredLoss} as a Brier score. Parameters are in the order of the
 * features; any start suits, 0 says 1/2 to everyone.
 *
 * <p>Predictions are not linear in theta, so minimisers use gradients only. Where nobody needs to
 * see the probability, {@link LinearModels} with {@link LogisticLoss} has the same minimisers as
 * this with cross entropy, and Newton's method finds them sooner, and more exactly: a probability
 * near 1 has lost the digits of its distance from 1, which matter for people who are far out (log-
 * odds beyond 20) on the wrong side.
 */
@About("the probability of label 1, its log-odds a weighted sum of the features")
public record LogisticModels() implements ModelFamily {
  @Override
  public ParametricClass on(int features) {
    return new OnFeatures(features);
  }

  private record OnFeatures(int dimension) implements ParametricClass {
    @Override
    public LogisticModel model(double... theta) {
      Check.sameSize("theta", theta.length, "the features", dimension);
      return new LogisticModel(Column.of(theta));
    }

    @Override
    public boolean isLinear() {
      return false;
    }
  }
}
