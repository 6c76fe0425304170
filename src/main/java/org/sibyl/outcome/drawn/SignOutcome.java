package org.sibyl.outcome.drawn;

import java.util.Map;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.Outcomes;

/**
 * The outcome is minus the sign of the prediction, 0 at 0: whatever is foretold, the opposite
 * happens. With a squared loss, gamma/2 (theta + sign z)^2 at z = epsilon theta, the best answer to
 * theta is -sign(theta) for every epsilon above 0, so retraining never settles though the loss is
 * strongly convex: it is not smooth in the data (Perdomo et al. 2020, proposition 3.6).
 */
@About(
    value = "minus the sign of the prediction: the counter-example without smoothness",
    source = "Perdomo et al. 2020, proposition 3.6")
public record SignOutcome() implements Nature {
  @Override
  public Outcomes realize(Situation situation, Response done) {
    Column predictions = situation.deployment().predictions();
    return Drawn.labels(
        Column.generate(predictions.size(), i -> 0 - StrictMath.signum(predictions.get(i))),
        Map.of());
  }
}
