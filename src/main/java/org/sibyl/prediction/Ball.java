package org.sibyl.prediction;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * A ball around zero.
 *
 * @param radius Euclidean, above 0
 */
@About("parameters lie in a ball around zero")
public record Ball(@Parameter(value = "Euclidean radius", range = "(0, inf)") double radius)
    implements Domain {
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public Ball {
    Check.within("radius", radius, POSITIVE);
  }

  @Override
  public double[] project(double... theta) {
    double squares = 0;
    for (double value : theta) {
      squares += value * value;
    }
    double norm = StrictMath.sqrt(squares);
    double[] projected = theta.clone();
    if (norm > radius) {
      for (int k = 0; k < projected.length; k++) {
        projected[k] *= radius / norm;
      }
    }
    return projected;
  }

  @Override
  public Range range(int parameter) {
    return new Range(-radius, true, radius, true);
  }

  @Override
  public Domain inner(double around) {
    if (!(around < radius)) {
      throw Check.invalid(
          "radius", Double.toString(around), "must be below the ball's radius of " + radius);
    }
    return new Ball(radius - around);
  }
}
