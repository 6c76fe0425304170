package org.sibyl.behavior.strategic;

import java.util.List;
import java.util.Optional;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.ShiftGradient;

/**
 * Everybody moves the features it can by the best response to a linear score that it wants low, at
 * a quadratic cost: x_S - sensitivity * theta_S maximises -theta.x' - |x'_S - x_S|^2 / (2
 * sensitivity) (Perdomo et al. 2020, section 5.2). They set out from the features they have, so
 * where these are kept the moves add up.
 *
 * @param sensitivity epsilon: how far a unit of theta moves people; negative when they want the
 *     score high
 * @param features the features that people can move, from 0; left out, all but a last one that is 1
 *     for everyone
 */
@About(
    value = "moves features against theta: best response to a linear score at a quadratic cost",
    source = "Perdomo et al. 2020, section 5.2")
public record StrategicFeatures(
    @Parameter(
            value =
                "epsilon: how far a unit of theta moves people; negative when they want a high score",
            range = "(-inf, inf)")
        double sensitivity,
    @Parameter(
            "the features that people can move, from 0; left out, all but a last one that is 1 for everyone")
        Optional<List<Integer>> features)
    implements FeatureResponse, ShiftGradient {
  public StrategicFeatures {
    Check.finite("sensitivity", sensitivity);
    features = Movable.checked(features);
  }

  @Override
  public Mover mover(Situation situation) {
    double[] theta = situation.parametric().theta();
    Matrix base = situation.population().baseFeatures();
    if (theta.length < base.columns()) {
      throw Check.invalid(
          "behavior",
          "strategic-features",
          "needs a score with a weight for each feature. Choose task.model: {type: linear}, or"
              + " behavior: {type: gradient-shift}");
    }
    int[] movable = Movable.of(features, base);
    return (individual, x) -> {
      for (int k : movable) {
        x[k] -= sensitivity * theta[k];
      }
    };
  }

  @Override
  public void addShiftGradient(
      Parametric deployed,
      Cohort cohort,
      Matrix featureSlopes,
      Column outcomeSlopes,
      double[] into) {
    for (int k : Movable.of(features, cohort.features())) {
      into[k] -= sensitivity * featureSlopes.column(k).sum();
    }
  }
}
