package org.sibyl.learning.optimization;

import java.util.Optional;
import org.sibyl.learning.Divergence;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Domain;

/** One descent to a minimum. */
final class Descent {
  /** Up to this dimension the exact Hessian pays. */
  private static final int SMALL = 200;

  /** So many steps without progress are the end: rounding allows no more. */
  private static final int PATIENCE = 10;

  /** So many steps that stay long, though the gradient is gone, lead to infinity. */
  private static final int REMOTE = 5;

  private final Minimiser minimiser;
  private final SmoothFunction function;
  private final Domain domain;
  private final LineSearch lineSearch;
  private Optional<LimitedMemory> memory = Optional.empty();
  private boolean newton;
  private double least = Double.POSITIVE_INFINITY;
  private double leastNorm = Double.POSITIVE_INFINITY;
  private int idle;
  private int remote;

  Descent(Minimiser minimiser, SmoothFunction function, Domain domain, int dimension) {
    this.minimiser = minimiser;
    this.function = function;
    this.domain = domain;
    this.lineSearch = new LineSearch(function, domain);
    this.newton = dimension <= SMALL;
  }

  Minimum from(double... start) {
    Point here = new Point(function, domain.project(start));
    for (int step = 0; step < minimiser.cap(); step++) {
      double norm = here.stationarity(domain);
      boolean level = norm <= minimiser.tolerance();
      double[] direction = new QuadraticModel(here, curvature(here), domain).step();
      if (level && isShort(direction, here)) {
        return new Minimum(here.theta(), norm, step, true);
      }
      if (level && ++remote > REMOTE) {
        return new Minimum(here.theta(), norm, step, false);
      }
      if (!level && isIdle(here, norm)) {
        return atRest(here, norm, direction, step);
      }
      Optional<Point> next = lineSearch.from(here, direction);
      if (next.isPresent()) {
        learn(here, next.get());
        here = next.get();
        Divergence.check(here.theta());
      } else if (!forget()) {
        return atRest(here, norm, direction, step);
      }
    }
    return new Minimum(here.theta(), here.stationarity(domain), minimiser.cap(), false);
  }

  private Curvature curvature(Point here) {
    if (newton) {
      var hessian = here.hessian();
      if (hessian.isPresent()) {
        return ExactCurvature.of(hessian.get(), here, minimiser.tolerance());
      }
      newton = false;
    }
    if (memory.isEmpty()) {
      memory = Optional.of(new LimitedMemory(here.gradient()));
    }
    return memory.get();
  }

  private void learn(Point from, Point to) {
    memory.ifPresent(known -> known.learn(from, to));
  }

  /** Starts anew with what gradients alone show; false when that was tried already. */
  private boolean forget() {
    boolean useful = newton || memory.filter(known -> !known.isEmpty()).isPresent();
    newton = false;
    memory = Optional.empty();
    return useful;
  }

  /** Whether a step is short beside the parameters: then the minimum is here, not far away. */
  private static boolean isShort(double[] step, Point here) {
    return Vectors.norm(step) <= 1e-3 * Vectors.norm(here.theta()) + 1e-6;
  }

  /** Whether neither value nor gradient became smaller for a while. */
  private boolean isIdle(Point here, double norm) {
    boolean progress = here.value() < least - 1e-15 * StrictMath.abs(least) || norm < leastNorm;
    least = StrictMath.min(least, here.value());
    leastNorm = StrictMath.min(leastNorm, norm);
    idle = progress ? 0 : idle + 1;
    return idle > PATIENCE;
  }

  /** Nothing lower is found any more. */
  private Minimum atRest(Point here, double norm, double[] direction, int step) {
    if (here.theta().length == 1) {
      Optional<Point> bottom = new Kink(function, domain).between(here, direction);
      if (bottom.isPresent()) {
        return new Minimum(bottom.get().theta(), 0, step, true);
      }
    }
    return new Minimum(here.theta(), norm, step, norm <= minimiser.tolerance());
  }
}
