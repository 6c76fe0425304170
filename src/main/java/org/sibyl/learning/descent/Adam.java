package org.sibyl.learning.descent;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * Adam: running means of gradients over the root of running means of squares, both corrected for
 * having begun at 0 (Kingma and Ba 2015, Adam: a method for stochastic optimization, algorithm 1).
 *
 * @param firstDecay what remains of the mean in each step, in [0, 1)
 * @param secondDecay what remains of the mean square in each step, in [0, 1)
 * @param floor added to the root, above 0
 */
@About(
    value = "Adam: mean gradient over root mean square, corrected for beginning at 0",
    source = "Kingma and Ba 2015, algorithm 1")
public record Adam(
    @Parameter(
            value = "what remains of the mean gradient in each step",
            range = "[0, 1)",
            byDefault = "0.9")
        double firstDecay,
    @Parameter(
            value = "what remains of the mean square in each step",
            range = "[0, 1)",
            byDefault = "0.999")
        double secondDecay,
    @Parameter(value = "added to the root mean square", range = "(0, inf)", byDefault = "1e-8")
        double floor)
    implements Optimizer {
  private static final Range DECAYS = Range.parse("[0, 1)");
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public Adam {
    Check.within("first-decay", firstDecay, DECAYS);
    Check.within("second-decay", secondDecay, DECAYS);
    Check.within("floor", floor, POSITIVE);
  }

  @Override
  public Memory remember(Memory before, double... gradient) {
    Column first =
        Column.generate(
            gradient.length,
            k -> firstDecay * before.first().get(k) + (1 - firstDecay) * gradient[k]);
    Column second =
        Column.generate(
            gradient.length,
            k ->
                secondDecay * before.second().get(k)
                    + (1 - secondDecay) * gradient[k] * gradient[k]);
    return new Memory(first, second, before.steps() + 1);
  }

  @Override
  public double[] direction(Memory now, double... gradient) {
    double firstWeight = 1 - StrictMath.pow(firstDecay, now.steps());
    double secondWeight = 1 - StrictMath.pow(secondDecay, now.steps());
    double[] direction = new double[gradient.length];
    for (int k = 0; k < direction.length; k++) {
      double scale = StrictMath.sqrt(now.second().get(k) / secondWeight) + floor;
      direction[k] = now.first().get(k) / firstWeight / scale;
    }
    return direction;
  }
}
