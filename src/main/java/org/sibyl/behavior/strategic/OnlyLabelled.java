package org.sibyl.behavior.strategic;

import java.util.Optional;
import org.sibyl.behavior.Shifting;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.population.Attribute;
import org.sibyl.prediction.ShiftGradient;

/**
 * Only individuals of one label respond, for instance only defaulters (variant V3 of the credit
 * problem; the class that shifts in Izzo et al. 2021, section 5).
 *
 * @param label of those who respond
 * @param of how they do
 */
@About(
    value = "only individuals of one label respond; the others stay",
    source = "Izzo et al. 2021, section 5")
public record OnlyLabelled(
    @Parameter(value = "the label of those who respond", byDefault = "1", range = "(-inf, inf)")
        double label,
    @Parameter("how they respond") FeatureResponse of)
    implements FeatureResponse, Shifting {
  public OnlyLabelled {
    Check.finite("label", label);
  }

  @Override
  public Mover mover(Situation situation) {
    Mover inner = of.mover(situation);
    Column labels = situation.population().column(Attribute.LABEL);
    return (individual, x) -> {
      if (labels.get(individual) == label) {
        inner.move(individual, x);
      }
    };
  }

  @Override
  public Optional<ShiftGradient> shiftGradient(Situation situation) {
    Column labels = situation.population().column(Attribute.LABEL);
    return PartWay.shift(of, situation, i -> labels.get(i) == label ? 1 : 0);
  }
}
