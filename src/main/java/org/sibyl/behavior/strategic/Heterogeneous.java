package org.sibyl.behavior.strategic;

import java.util.Optional;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.sibyl.behavior.Shifting;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.ShiftGradient;

/**
 * Everybody has a sensitivity of its own: it moves by a multiple of another response's move, drawn
 * once from the log-normal law with mean 1 and the same in all rounds (variant V5 of the credit
 * problem).
 *
 * @param spread standard deviation of the logarithm of the multiple, at least 0
 * @param of the response that it multiplies
 */
@About(
    value = "everybody moves by its own log-normal multiple, mean 1, of another response",
    draws = Draw.RESPONSE)
public record Heterogeneous(
    @Parameter(
            value = "standard deviation of the logarithm of everybody's multiple",
            range = "[0, inf)")
        double spread,
    @Parameter("the response that everybody multiplies") FeatureResponse of)
    implements FeatureResponse, Shifting {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public Heterogeneous {
    Check.within("spread", spread, NOT_NEGATIVE);
  }

  @Override
  public Mover mover(Situation situation) {
    return PartWay.mover(of, situation, i -> multiple(i, situation));
  }

  @Override
  public Optional<ShiftGradient> shiftGradient(Situation situation) {
    return PartWay.shift(of, situation, i -> multiple(i, situation));
  }

  private double multiple(int individual, Situation situation) {
    double normal =
        ZigguratSampler.NormalizedGaussian.of(Chance.SENSITIVITY.of(individual, situation))
            .sample();
    return StrictMath.exp(spread * normal - spread * spread / 2);
  }
}
