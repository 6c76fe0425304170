package org.sibyl.learning.optimization;

import java.util.Optional;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Domain;

/**
 * The bottom of a function of one number that may have kinks, between a point where it falls and
 * one where it rises: halved until no number lies between.
 *
 * @param function to be made small
 * @param domain to stay in
 */
record Kink(SmoothFunction function, Domain domain) {
  /**
   * The bottom between the point and the aim of a step; empty when the function falls there too.
   */
  Optional<Point> between(Point start, double[] step) {
    double side = StrictMath.signum(step[0]);
    Point falling = start;
    Point rising = new Point(function, domain.project(Vectors.plus(start.theta(), 1, step)));
    if (side * start.gradient()[0] >= 0 || side * rising.gradient()[0] < 0) {
      return Optional.empty();
    }
    while (true) {
      double middle = falling.theta()[0] + (rising.theta()[0] - falling.theta()[0]) / 2;
      if (middle == falling.theta()[0] || middle == rising.theta()[0]) {
        return Optional.of(falling.value() < rising.value() ? falling : rising);
      }
      Point between = new Point(function, new double[] {middle});
      if (side * between.gradient()[0] < 0) {
        falling = between;
      } else {
        rising = between;
      }
    }
  }
}
