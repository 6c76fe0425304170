package org.sibyl.prediction.decision;

import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * Probabilities that are the same for everyone.
 *
 * @param probabilities that the outcome is 1, one for each decision
 */
@About("probabilities that are the same for everyone")
public record ConstantLaw(
    @Parameter("P(y = 1) under each decision, in [0, 1]") List<Double> probabilities)
    implements OutcomeModel {
  public ConstantLaw {
    probabilities = Places.within("probabilities", probabilities, Range.PROBABILITY);
  }

  @Override
  public int decisions() {
    return probabilities.size();
  }

  @Override
  public void probabilities(double[] features, double[] into) {
    for (int decision = 0; decision < into.length; decision++) {
      into[decision] = probabilities.get(decision);
    }
  }
}
