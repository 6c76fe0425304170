package org.sibyl.behavior.strategic;

import java.util.List;
import java.util.Optional;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * The best response of {@link StrategicFeatures} by people who cannot get further than a reach from
 * their base features: they go to the point of that ball that is nearest to it. It is their best
 * response within the ball, because utility falls off evenly on all sides of its maximum.
 *
 * @param sensitivity epsilon: how far a unit of theta moves people; negative when they want the
 *     score high
 * @param reach greatest Euclidean distance from the base, over the features that people can move
 * @param features the features that people can move, from 0; left out, all but a last one that is 1
 *     for everyone
 */
@About("moves features against theta, but no further than a reach from where people began")
public record CostLimited(
    @Parameter(
            value =
                "epsilon: how far a unit of theta moves people; negative when they want a high score",
            range = "(-inf, inf)")
        double sensitivity,
    @Parameter(value = "greatest Euclidean distance from base features", range = "[0, inf)")
        double reach,
    @Parameter(
            "the features that people can move, from 0; left out, all but a last one that is 1 for"
                + " everyone")
        Optional<List<Integer>> features)
    implements FeatureResponse {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public CostLimited {
    Check.finite("sensitivity", sensitivity);
    Check.within("reach", reach, NOT_NEGATIVE);
    features = Movable.checked(features);
  }

  @Override
  public Mover mover(Situation situation) {
    double[] theta = situation.parametric().theta();
    Matrix base = situation.population().baseFeatures();
    int[] movable = Movable.of(features, base);
    return (individual, x) -> {
      double squares = 0;
      for (int k : movable) {
        x[k] -= sensitivity * theta[k];
        double away = x[k] - base.get(individual, k);
        squares += away * away;
      }
      double distance = StrictMath.sqrt(squares);
      if (distance > reach) {
        for (int k : movable) {
          double from = base.get(individual, k);
          x[k] = from + (x[k] - from) * (reach / distance);
        }
      }
    };
  }
}
