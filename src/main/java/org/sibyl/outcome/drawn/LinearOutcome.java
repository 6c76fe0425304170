package org.sibyl.outcome.drawn;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Shifting;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.Outcomes;
import org.sibyl.prediction.ShiftGradient;

/**
 * Outcomes that are linear in base features and in the prediction, with normal noise: y = intercept
 * + weights . x + response * prediction + N(0, deviation^2). On one constant feature it is mean
 * estimation, N(mu + epsilon theta, sigma^2) (Mendler-Dünner et al. 2020, section 4); on one
 * feature that varies, the regression of Izzo et al. 2021, section 5: y = (a0 + a1 theta) x +
 * noise. Features that people only show change nothing but the prediction.
 *
 * @param intercept the same for everyone
 * @param weights of base features, one for all or one each
 * @param response what a unit of the prediction adds: above 0 it fulfils itself, below 0 it defeats
 *     itself
 * @param deviation standard deviation of the noise, at least 0
 */
@About(
    value = "linear in base features and in the prediction, with normal noise",
    source = "Mendler-Dünner et al. 2020, section 4; Izzo et al. 2021, section 5",
    draws = Draw.NATURE)
public record LinearOutcome(
    @Parameter(value = "what everyone begins with", byDefault = "0", range = "(-inf, inf)")
        double intercept,
    @Parameter(
            value = "of base features, one for all or a list with one each",
            range = "(-inf, inf)",
            byDefault = "0")
        Values weights,
    @Parameter(value = "what a unit of the prediction adds to the outcome", range = "(-inf, inf)")
        double response,
    @Parameter(value = "standard deviation of the noise", range = "[0, inf)", byDefault = "1")
        double deviation)
    implements Nature, Shifting {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public LinearOutcome {
    Check.finite("intercept", intercept);
    weights.within("weights", Range.FINITE);
    Check.finite("response", response);
    Check.within("deviation", deviation, NOT_NEGATIVE);
  }

  @Override
  public Outcomes realize(Situation situation, Response done) {
    return Drawn.normal(situation, mean(situation), i -> deviation);
  }

  /** Everybody's mean outcome. */
  IntToDoubleFunction mean(Situation situation) {
    Matrix base = situation.population().baseFeatures();
    Column weighted = base.times(weights.column("weights", base.columns()).toArray());
    Column predictions = situation.deployment().predictions();
    return i -> intercept + weighted.get(i) + response * predictions.get(i);
  }

  @Override
  public Optional<ShiftGradient> shiftGradient(Situation situation) {
    return Optional.of(new PredictionShift((cohort, at) -> response));
  }
}
