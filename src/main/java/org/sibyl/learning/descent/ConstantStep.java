package org.sibyl.learning.descent;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Problem;

/**
 * The same step for ever.
 *
 * @param size eta, above 0
 */
@About("always the same step")
public record ConstantStep(
    @Parameter(value = "change of theta per unit of gradient", range = "(0, inf)") double size)
    implements StepSize {
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public ConstantStep {
    Check.within("size", size, POSITIVE);
  }

  @Override
  public double on(Problem problem, Cohort cohort) {
    return size;
  }
}
