package org.sibyl.outcome;

import java.util.Map;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.population.Attribute;

/**
 * Everybody's label is the one that came with it, whatever is predicted and however it moves: pure
 * gaming (Perdomo et al. 2020, section 5.2).
 */
@About(
    value = "everybody keeps the label that it came with, however it moves",
    source = "Perdomo et al. 2020, section 5.2")
public record RecordedLabels() implements Nature {
  @Override
  public Outcomes realize(Situation situation, Response response) {
    Column labels = situation.population().column(Attribute.LABEL);
    return new Outcomes(labels, Column.constant(labels.size(), 0), Map.of());
  }
}
