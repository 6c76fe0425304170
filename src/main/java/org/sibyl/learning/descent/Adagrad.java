package org.sibyl.learning.descent;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * Adagrad: each parameter's gradient over the root of the sum of its squares so far (Duchi, Hazan
 * and Singer 2011, Adaptive subgradient methods, Journal of Machine Learning Research 12).
 *
 * @param floor added to the root, above 0
 */
@About(
    value = "Adagrad: the gradient over the root of the sum of its squares so far",
    source = "Duchi et al. 2011")
public record Adagrad(
    @Parameter(value = "added to the root", range = "(0, inf)", byDefault = "1e-8") double floor)
    implements Optimizer {
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public Adagrad {
    Check.within("floor", floor, POSITIVE);
  }

  @Override
  public Memory remember(Memory before, double... gradient) {
    Column squares =
        Column.generate(gradient.length, k -> before.second().get(k) + gradient[k] * gradient[k]);
    return new Memory(before.first(), squares, 0);
  }

  @Override
  public double[] direction(Memory now, double... gradient) {
    double[] direction = new double[gradient.length];
    for (int k = 0; k < direction.length; k++) {
      direction[k] = gradient[k] / (StrictMath.sqrt(now.second().get(k)) + floor);
    }
    return direction;
  }
}
