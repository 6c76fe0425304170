package org.sibyl.outcome.drawn;

import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Shifting;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.Outcomes;
import org.sibyl.prediction.ShiftGradient;

/**
 * One market for all predictors, which the total of their parameters saturates: everyone's outcome
 * is y = intercept - response * arcsinh(offset + sum_j theta_j) + N(0, deviation^2), with the same
 * noise for all. Where theta are the volumes of producers, y is what demand would pay for the first
 * barrel: it falls when the market is flooded, steeply at first (Zhong et al. 2025, the Cournot
 * competition of their experiments). What a predictor does to the price at once, while y stays, is
 * not here but in the rivalry of {@link org.sibyl.learning.equilibrium.SeveralPredictors}.
 *
 * @param intercept any finite number
 * @param response what a unit of the arcsinh takes from the outcome
 * @param offset added to the total before its arcsinh is taken
 * @param deviation standard deviation of the noise of a round, at least 0
 */
@About(
    value = "one outcome for all, which falls as the arcsinh of the sum of all parameters",
    source = "Zhong et al. 2025",
    draws = Draw.NATURE)
public record SharedMarket(
    @Parameter(value = "the outcome where nothing is taken from it", range = "(-inf, inf)")
        double intercept,
    @Parameter(value = "what a unit of the arcsinh takes from it", range = "(-inf, inf)")
        double response,
    @Parameter(
            value = "added to the total of all parameters",
            range = "(-inf, inf)",
            byDefault = "0")
        double offset,
    @Parameter(
            value = "standard deviation of the noise, the same for all in a round",
            range = "[0, inf)",
            byDefault = "1")
        double deviation)
    implements Nature, Shifting {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public SharedMarket {
    Check.finite("intercept", intercept);
    Check.finite("response", response);
    Check.finite("offset", offset);
    Check.within("deviation", deviation, NOT_NEGATIVE);
  }

  @Override
  public Outcomes realize(Situation situation, Response done) {
    double normal =
        ZigguratSampler.NormalizedGaussian.of(
                situation.randomness().at(Draw.NATURE, situation.round()))
            .sample();
    double outcome =
        intercept
            - response * arcsinh(offset + total(situation.parametric().theta()))
            + deviation * normal;
    return Drawn.labels(Column.constant(situation.population().size(), outcome), Map.of());
  }

  private static double total(double... theta) {
    double total = 0;
    for (double one : theta) {
      total += one;
    }
    return total;
  }

  /** Without the cancellation that log(x + sqrt(1 + x^2)) has where x is below 0 or small. */
  private static double arcsinh(double x) {
    double size = StrictMath.abs(x);
    double square = size * size;
    return StrictMath.copySign(
        StrictMath.log1p(size + square / (1 + StrictMath.sqrt(1 + square))), x);
  }

  @Override
  public Optional<ShiftGradient> shiftGradient(Situation situation) {
    return Optional.of(
        (deployed, cohort, featureSlopes, outcomeSlopes, into) -> {
          double at = offset + total(deployed.theta());
          double slope = -response / StrictMath.sqrt(1 + at * at) * outcomeSlopes.sum();
          for (int j = 0; j < into.length; j++) {
            into[j] += slope;
          }
        });
  }
}
