package org.sibyl.behavior.strategic;

import org.sibyl.behavior.Responder;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.ShiftGradient;

/** Nobody moves: only outcomes respond to the model, or only the other type of people. */
@About("nobody moves features")
public record Unmoved() implements FeatureResponse, ShiftGradient {
  @Override
  public Mover mover(Situation situation) {
    return (individual, features) -> {};
  }

  @Override
  public Responder in(Situation situation) {
    return (individual, own) -> {};
  }

  @Override
  public void addShiftGradient(
      Parametric deployed,
      Cohort cohort,
      Matrix featureSlopes,
      Column outcomeSlopes,
      double[] into) {
    // who does not move does not shift
  }
}
