package org.sibyl.learning.optimization;

import java.util.Arrays;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Domain;

/**
 * A function around a point, to second order. Its least value over a domain gives the step of
 * projected Newton and quasi-Newton methods (Schmidt et al. 2009): outside the free case it is
 * found by spectral projected gradients (Birgin, Martinez and Raydan 2000), which need the
 * projection only and never touch the function.
 *
 * @param here the point
 * @param curvature there
 * @param domain to stay in
 */
record QuadraticModel(Point here, Curvature curvature, Domain domain) {
  private static final int SWEEPS = 2000;

  /** The model is minimised so much more exactly than the function is yet. */
  private static final double EXACTNESS = 1e-4;

  /** Moves below this part of the parameters are rounding. */
  private static final double ROUNDING = 4e-16;

  /** The step to the least value over the domain. */
  double[] step() {
    double[] free = curvature.step(here.gradient());
    double[] aim = Vectors.plus(here.theta(), 1, free);
    return Arrays.equals(domain.project(aim), aim) ? free : confined(free);
  }

  private double[] confined(double[] free) {
    double enough = EXACTNESS * here.stationarity(domain);
    double[] theta = here.theta().clone();
    double[] slope = here.gradient().clone();
    double length = length(free, curvature.times(free), 1);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double[] aim = domain.project(Vectors.plus(theta, -length, slope));
      double[] move = Vectors.minus(aim, theta);
      double moved = Vectors.norm(move);
      if (moved <= enough * StrictMath.min(1, length) || moved <= ROUNDING * Vectors.norm(theta)) {
        break;
      }
      // On a curved edge the slope along the move drowns in rounding; it is at least this.
      double descent = StrictMath.max(-Vectors.dot(slope, move), moved * moved / length);
      double[] bent = curvature.times(move);
      double bend = Vectors.dot(move, bent);
      double share = descent < bend ? descent / bend : 1;
      Vectors.add(theta, share, move);
      Vectors.add(slope, share, bent);
      length = length(move, bent, length);
    }
    return Vectors.minus(theta, here.theta());
  }

  /** The length of a gradient step that suits the curvature along a move. */
  private static double length(double[] move, double[] bent, double otherwise) {
    double bend = Vectors.dot(move, bent);
    double length = Vectors.dot(move, move) / bend;
    return bend > 0 && length < 1e10 && length > 1e-10 ? length : otherwise;
  }
}
