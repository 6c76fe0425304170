package org.sibyl.learning.optimization;

import java.util.Arrays;
import java.util.Optional;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Domain;

/**
 * The search for a point on a ray that is lower by enough and where the slope is less steep: the
 * weak conditions of Wolfe, by doubling and halving, which kinks do not trouble (Lewis and Overton
 * 2013). Close to a minimum, where values differ by rounding only, slopes decide (Hager and Zhang
 * 2005).
 *
 * @param function to be made small
 * @param domain to stay in
 */
record LineSearch(SmoothFunction function, Domain domain) {
  /** The part of the promised descent that is enough. */
  private static final double DESCENT = 1e-4;

  /** The part of the slope that must be gone. */
  private static final double STEEPNESS = 0.9;

  /** Differences of values below this part of them are rounding. */
  private static final double ROUNDING = 1e-14;

  /** The part of the projected gradient that may be left where values tell nothing. */
  private static final double CLOSER = 0.98;

  private static final int TRIES = 100;
  private static final double LONGEST = 1e6;

  /** The point found; empty when nothing on the ray is lower, as far as numbers tell. */
  Optional<Point> from(Point start, double[] direction) {
    double slope = Vectors.dot(start.gradient(), direction);
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double length = 1;
    Optional<Point> lower = Optional.empty();
    for (int tries = 0; tries < TRIES; tries++) {
      double[] aim = Vectors.plus(start.theta(), length, direction);
      double[] theta = domain.project(aim);
      boolean outside = length > 1 && !Arrays.equals(aim, theta);
      if (outside || Arrays.equals(theta, start.theta())) {
        return lower;
      }
      Point tried = new Point(function, theta);
      double slopeThere = Vectors.dot(tried.gradient(), direction);
      if (isLower(start, tried, length * slope)
          || isAsLow(start, tried) && isFlatter(start, tried, slope, slopeThere)) {
        lower = Optional.of(tried);
        low = length;
        if (slopeThere >= STEEPNESS * slope || length > LONGEST) {
          return lower;
        }
      } else {
        high = length;
      }
      if (slope >= 0) {
        return lower; // uphill by rounding: a whole step or none
      }
      length = Double.isInfinite(high) ? 2 * length : (low + high) / 2;
    }
    return lower;
  }

  private static boolean isLower(Point start, Point tried, double promised) {
    return promised < 0
        && tried.value() <= start.value() + DESCENT * promised
        && tried.value() < start.value();
  }

  private static boolean isAsLow(Point start, Point tried) {
    return tried.value() <= start.value() + ROUNDING * StrictMath.abs(start.value());
  }

  /** On a curved edge of the domain even slopes are rounding; then the projected gradient tells. */
  private boolean isFlatter(Point start, Point tried, double slope, double slopeThere) {
    return slope < 0 && StrictMath.abs(slopeThere) <= -slope
        || tried.stationarity(domain) <= CLOSER * start.stationarity(domain);
  }
}
