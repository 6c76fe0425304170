package org.sibyl.behavior.strategic;

import java.util.List;
import java.util.Optional;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.prediction.Parametric;

/**
 * Everybody takes one step down the gradient of the published model in the features it can move:
 * x_S - sensitivity * grad h_theta(x)_S. On a linear model it is the best response of {@link
 * StrategicFeatures}; on others, its first order.
 *
 * @param sensitivity epsilon: step per unit of gradient; negative when they want the score high
 * @param features the features that people can move, from 0; left out, all but a last one that is 1
 *     for everyone
 */
@About(
    value = "moves features down the gradient of any model with parameters",
    source = "Sanguino et al. 2025, performativeGYM, credit")
public record GradientShift(
    @Parameter(
            value = "epsilon: step per unit of gradient; negative when they want a high score",
            range = "(-inf, inf)")
        double sensitivity,
    @Parameter(
            "the features that people can move, from 0; left out, all but a last one that is 1 for"
                + " everyone")
        Optional<List<Integer>> features)
    implements FeatureResponse {
  public GradientShift {
    Check.finite("sensitivity", sensitivity);
    features = Movable.checked(features);
  }

  @Override
  public Mover mover(Situation situation) {
    Parametric model = situation.parametric();
    int[] movable = Movable.of(features, situation.population().baseFeatures());
    double[] gradient = new double[situation.population().features().columns()];
    return (individual, x) -> {
      model.featureGradient(x, gradient);
      for (int k : movable) {
        x[k] -= sensitivity * gradient[k];
      }
    };
  }
}
