package org.sibyl.outcome.drawn;

import java.util.Optional;
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
 * Outcomes that grow with the root of the prediction, with normal noise: y = sqrt(response *
 * prediction + offset) + N(0, deviation^2) (Izzo et al. 2021, section 5, the nonlinear problem).
 * Where there is no root its mean is 0, and stays there; at the edge the slope is infinite.
 *
 * @param offset the square of the mean without a prediction
 * @param response what a unit of the prediction adds to the square
 * @param deviation standard deviation of the noise, at least 0
 */
@About(
    value = "the root of a linear function of the prediction, with normal noise",
    source = "Izzo et al. 2021, section 5",
    draws = Draw.NATURE)
public record RootOutcome(
    @Parameter(
            value = "the square of the mean without a prediction",
            byDefault = "1",
            range = "(-inf, inf)")
        double offset,
    @Parameter(
            value = "what a unit of the prediction adds to the square",
            byDefault = "1",
            range = "(-inf, inf)")
        double response,
    @Parameter(value = "standard deviation of the noise", range = "[0, inf)", byDefault = "1")
        double deviation)
    implements Nature, Shifting {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public RootOutcome {
    Check.finite("offset", offset);
    Check.finite("response", response);
    Check.within("deviation", deviation, NOT_NEGATIVE);
  }

  @Override
  public Outcomes realize(Situation situation, Response done) {
    Column predictions = situation.deployment().predictions();
    return Drawn.normal(situation, i -> root(predictions.get(i)), i -> deviation);
  }

  private double root(double prediction) {
    return StrictMath.sqrt(StrictMath.max(0, response * prediction + offset));
  }

  @Override
  public Optional<ShiftGradient> shiftGradient(Situation situation) {
    return Optional.of(new PredictionShift((cohort, at) -> slope(cohort.predictions().get(at))));
  }

  private double slope(double prediction) {
    double root = root(prediction);
    return root > 0 ? response / (2 * root) : 0;
  }
}
