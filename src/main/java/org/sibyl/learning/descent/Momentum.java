package org.sibyl.learning.descent;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Vectors;

/**
 * The heavy ball: past gradients count on, discounted (Polyak 1964, Some methods of speeding up the
 * convergence of iteration methods, USSR Computational Mathematics and Mathematical Physics 4).
 *
 * @param decay what remains of the past in each step, in [0, 1)
 */
@About(value = "heavy ball: past gradients count on, discounted", source = "Polyak 1964")
public record Momentum(
    @Parameter(
            value = "what remains of past gradients in each step",
            range = "[0, 1)",
            byDefault = "0.9")
        double decay)
    implements Optimizer {
  private static final Range DECAYS = Range.parse("[0, 1)");

  public Momentum {
    Check.within("decay", decay, DECAYS);
  }

  @Override
  public Memory remember(Memory before, double... gradient) {
    double[] ball = Vectors.plus(gradient, decay, before.first().toArray());
    return new Memory(Column.of(ball), before.second(), 0);
  }

  @Override
  public double[] direction(Memory now, double... gradient) {
    return now.first().toArray();
  }
}
