package org.sibyl.behavior.strategic;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.sibyl.behavior.Shifting;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Parameter;
import org.sibyl.population.Attribute;
import org.sibyl.prediction.ShiftGradient;

/**
 * Everybody goes as far as it trusts the Predictor: the move of another response, times trust.
 *
 * @param of the response of full trust
 */
@About("moves as another response does, times trust")
public record Trusting(@Parameter("the response of full trust") FeatureResponse of)
    implements FeatureResponse, Shifting {
  @Override
  public Mover mover(Situation situation) {
    return PartWay.mover(of, situation, trust(situation));
  }

  @Override
  public Optional<ShiftGradient> shiftGradient(Situation situation) {
    return PartWay.shift(of, situation, trust(situation));
  }

  private static IntToDoubleFunction trust(Situation situation) {
    Column trust = situation.population().column(Attribute.TRUST);
    return i -> LogOdds.probability(trust.get(i));
  }
}
