package org.sibyl.prediction;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;

/**
 * A box.
 *
 * @param low least value, one for all parameters or one each
 * @param high greatest value, at least {@code low}
 */
@About("every parameter lies between two bounds")
public record Box(
    @Parameter(value = "least value of a parameter, one for all or a list", range = "(-inf, inf)")
        Values low,
    @Parameter(
            value = "greatest value of a parameter, one for all or a list",
            range = "(-inf, inf)")
        Values high)
    implements Domain {
  public Box {
    low.within("low", Range.FINITE);
    high.within("high", Range.FINITE);
    int size = StrictMath.max(low.given().length, high.given().length);
    Column least = low.column("low", size);
    Column greatest = high.column("high", size);
    for (int k = 0; k < size; k++) {
      if (!(least.get(k) <= greatest.get(k))) {
        throw Check.invalid(
            "low",
            least.get(k) + " above high " + greatest.get(k),
            "leaves no parameter: the box is empty. Exchange them, or move one");
      }
    }
  }

  /** The same bounds for all parameters. */
  public static Box of(double low, double high) {
    return new Box(Values.all(low), Values.all(high));
  }

  @Override
  public double[] project(double... theta) {
    Column least = low.column("low", theta.length);
    Column greatest = high.column("high", theta.length);
    double[] projected = new double[theta.length];
    for (int k = 0; k < theta.length; k++) {
      projected[k] = StrictMath.min(StrictMath.max(theta[k], least.get(k)), greatest.get(k));
    }
    return projected;
  }

  @Override
  public Range range(int parameter) {
    return new Range(at(low, parameter), true, at(high, parameter), true);
  }

  @Override
  public Domain checked(int dimension) {
    checkSize("domain.low", low, dimension);
    checkSize("domain.high", high, dimension);
    return this;
  }

  @Override
  public Domain inner(double radius) {
    int size = StrictMath.max(low.given().length, high.given().length);
    double[] least = low.column("low", size).toArray();
    double[] greatest = high.column("high", size).toArray();
    for (int k = 0; k < size; k++) {
      if (!(greatest[k] - least[k] > 2 * radius)) {
        throw Check.invalid(
            "radius",
            Double.toString(radius),
            "must be below half of the box's width of " + (greatest[k] - least[k]));
      }
      least[k] += radius;
      greatest[k] -= radius;
    }
    return low.isOne() && high.isOne()
        ? of(least[0], greatest[0])
        : new Box(Values.each(least), Values.each(greatest));
  }

  private static void checkSize(String name, Values values, int dimension) {
    if (!values.isOne()) {
      Check.sameSize(name, values.given().length, "theta", dimension);
    }
  }

  private static double at(Values values, int parameter) {
    return values.given()[values.isOne() ? 0 : parameter];
  }
}
