package org.sibyl.outcome.drawn;

import java.util.Optional;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Shifting;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.Outcomes;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.ShiftGradient;

/**
 * The model does not move what is right to predict, but how hard it is: y = weight x + N(0,
 * variance + hardness (theta - center)^2), where x is the first base feature and theta the model's
 * first parameter. Retraining stops at the weight after one step, wherever predictions would be
 * easiest.
 *
 * @param weight b: slope of the outcome in the first feature
 * @param variance of the noise where predicting is easiest, at least 0
 * @param hardness kappa: how fast the variance grows, at least 0
 * @param center c: the parameter where predicting is easiest
 */
@About(value = "the model moves the variance of outcomes, not their mean", draws = Draw.NATURE)
public record HardnessOutcome(
    @Parameter(
            value = "slope of the outcome in the first feature",
            byDefault = "1",
            range = "(-inf, inf)")
        double weight,
    @Parameter(value = "variance of the noise at the center", range = "[0, inf)", byDefault = "1")
        double variance,
    @Parameter(
            value = "growth of the variance with the squared distance from the center",
            range = "[0, inf)",
            byDefault = "0.5")
        double hardness,
    @Parameter(
            value = "the parameter where the variance is least",
            byDefault = "-1",
            range = "(-inf, inf)")
        double center)
    implements Nature, Shifting {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public HardnessOutcome {
    Check.finite("weight", weight);
    Check.within("variance", variance, NOT_NEGATIVE);
    Check.within("hardness", hardness, NOT_NEGATIVE);
    Check.finite("center", center);
  }

  @Override
  public Outcomes realize(Situation situation, Response done) {
    Matrix base = situation.population().baseFeatures();
    double deviation = StrictMath.sqrt(variance(situation.parametric().theta()[0]));
    return Drawn.normal(situation, i -> weight * base.get(i, 0), i -> deviation);
  }

  private double variance(double theta) {
    return variance + hardness * (theta - center) * (theta - center);
  }

  /** A residual is deviation times noise, so it grows as the deviation does. */
  @Override
  public Optional<ShiftGradient> shiftGradient(Situation situation) {
    Matrix base = situation.population().baseFeatures();
    return Optional.of(
        (deployed, cohort, featureSlopes, outcomeSlopes, into) -> {
          double theta = deployed.theta()[0];
          double growth = hardness * (theta - center) / variance(theta);
          for (int at = 0; at < outcomeSlopes.size() && variance(theta) > 0; at++) {
            double residual = residual(cohort, at, base);
            into[0] += outcomeSlopes.get(at) == 0 ? 0 : outcomeSlopes.get(at) * growth * residual;
          }
        });
  }

  private double residual(Cohort cohort, int at, Matrix base) {
    return cohort.outcomes().get(at) - weight * base.get(cohort.individuals()[at], 0);
  }
}
