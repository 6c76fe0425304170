package org.sibyl.learning.riskcontrol.width;

import java.util.OptionalDouble;

/**
 * A pointwise width omega(m) = constant + sqrt(factor m (1 - m)) of a sample with mean m, whose
 * losses vary as much as losses in [0, 1] with that mean can.
 *
 * @param constant at least 0
 * @param factor kappa, at least 0
 */
record RootWidth(double constant, double factor) {
  /** Omega(m), for a mean in [0, 1]. */
  double at(double mean) {
    return constant + StrictMath.sqrt(factor * mean * (1 - mean));
  }

  /**
   * The largest omega(m) with m + omega(m) within the level: omega(1/2) where that is within, and
   * else where m + omega(m) crosses the level, a root of (1 + kappa) m^2 - (2 a + kappa) m + a^2
   * for a = level - constant (Li et al. 2025, appendix A.2). The root is written so that nothing
   * cancels.
   */
  OptionalDouble within(double level) {
    double top = Math.min(level, 1); // losses do not exceed 1, so a higher level says no more
    double room = top - constant;
    if (room < 0) {
      return OptionalDouble.empty();
    }
    if (0.5 + at(0.5) <= top) {
      return OptionalDouble.of(at(0.5));
    }
    double mean =
        2
            * room
            * room
            / (2 * room + factor + StrictMath.sqrt(factor * (factor + 4 * room * (1 - room))));
    return OptionalDouble.of(top - mean);
  }
}
