package org.sibyl.behavior.strategic;

import java.util.List;
import java.util.Optional;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Parametric;

/**
 * Only who gains by it moves: an individual with a score above 0 is rejected, and crosses the
 * boundary by the shortest way when that is no longer than sensitivity times |theta_S|; all others
 * stay. The reach is the distance that {@link StrategicFeatures} moves everyone (variant V4 of the
 * credit problem). On a model that is not linear the boundary is taken where its tangent says.
 *
 * @param sensitivity reach per unit of theta, at least 0
 * @param features the features that people can move, from 0; left out, all but a last one that is 1
 *     for everyone
 */
@About("the rejected just cross the boundary when it is near; all others stay")
public record ThresholdSeekers(
    @Parameter(value = "how far people go, per unit of theta", range = "[0, inf)")
        double sensitivity,
    @Parameter(
            "the features that people can move, from 0; left out, all but a last one that is 1 for"
                + " everyone")
        Optional<List<Integer>> features)
    implements FeatureResponse {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  /** The score of who has just crossed: far above rounding, far below what scores differ by. */
  static final double JUST_ACROSS = -1e-9;

  public ThresholdSeekers {
    Check.within("sensitivity", sensitivity, NOT_NEGATIVE);
    features = Movable.checked(features);
  }

  @Override
  public Mover mover(Situation situation) {
    Parametric model = situation.parametric();
    Scores scores = new Scores(model);
    int[] movable = Movable.of(features, situation.population().baseFeatures());
    double[] gradient = new double[situation.population().features().columns()];
    return (individual, x) -> {
      double score = scores.of(x);
      model.featureGradient(x, gradient);
      double squares = 0;
      for (int k : movable) {
        squares += gradient[k] * gradient[k];
      }
      // score / |theta_S| is how far the boundary is; within sensitivity * |theta_S|
      if (score > 0 && score <= sensitivity * squares) {
        for (int k : movable) {
          x[k] -= (score - JUST_ACROSS) * gradient[k] / squares;
        }
      }
    };
  }
}
