package org.sibyl.scenario.sweep;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.random.SobolSequenceGenerator;

/**
 * A Sobol sequence (Sobol 1967; direction numbers of Joe and Kuo 2008) under a random digital
 * shift: all points are combined, by exclusive or of binary digits, with one that is uniform (Owen
 * 1998 on scrambled nets, of which this is the simplest). It keeps the net's balance and makes each
 * point uniform. The first point, which unshifted is the origin, belongs to the net and is kept.
 */
final class ScrambledSobol {
  private static final int DIGITS = 52; // of Hipparchus' sequence
  private static final double SCALE = 0x1p-52;

  private final SobolSequenceGenerator sequence;
  private final long[] shifts;
  private long current = -1;
  private double[] unshifted = {};

  ScrambledSobol(int dimensions, UniformRandomProvider random) {
    try {
      sequence = new SobolSequenceGenerator(dimensions);
    } catch (MathIllegalArgumentException e) {
      throw new IllegalArgumentException(
          "design: needs a Sobol sequence of "
              + dimensions
              + " dimensions, more than there is. Vary fewer paths.",
          e);
    }
    shifts = new long[dimensions];
    Arrays.setAll(shifts, dimension -> random.nextLong() >>> Long.SIZE - DIGITS);
  }

  /** A coordinate of a point of the sequence, in [0, 1). */
  double at(long point, int dimension) {
    long digits = (long) (unshifted(point, dimension) / SCALE);
    return (digits ^ shifts[dimension]) * SCALE;
  }

  /** Mostly asked for one coordinate after the other of a point, so the last one is kept. */
  private synchronized double unshifted(long point, int dimension) {
    if (point != current) {
      unshifted = sequence.skipTo(StrictMath.toIntExact(point));
      current = point;
    }
    return unshifted[dimension];
  }
}
