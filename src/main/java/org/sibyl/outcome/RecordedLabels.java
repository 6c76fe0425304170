package org.sibyl.outcome;

import java.util.Map;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.population.Attribute;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.ShiftGradient;

/**
 * Everybody's label is the one that came with it, whatever is predicted and however it moves: pure
 * gaming (Perdomo et al. 2020, section 5.2).
 */
@About(
    value = "everybody keeps the label that it came with, however it moves",
    source = "Perdomo et al. 2020, section 5.2")
public record RecordedLabels() implements Nature, ShiftGradient {
  @Override
  public Outcomes realize(Situation situation, Response response) {
    Column labels = situation.population().column(Attribute.LABEL);
    return new Outcomes(labels, Column.constant(labels.size(), 0), Map.of());
  }

  @Override
  public void addShiftGradient(
      Parametric deployed,
      Cohort cohort,
      Matrix featureSlopes,
      Column outcomeSlopes,
      double[] into) {
    // labels that are recorded do not shift
  }
}
