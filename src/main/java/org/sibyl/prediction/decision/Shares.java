package org.sibyl.prediction.decision;

import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;

/** Probabilities of decisions, as a scenario gives them: at least 0, sum 1 but for rounding. */
final class Shares {
  private static final double ROUNDING = 1e-9;

  private Shares() {}

  static void checked(String name, Values shares) {
    double sum = 0;
    for (double share : shares.within(name, Range.PROBABILITY).given()) {
      sum += share;
    }
    if (!(StrictMath.abs(sum - 1) <= ROUNDING)) {
      throw Check.invalid(name, shares.toString(), "must have the sum 1, not " + sum);
    }
  }

  static void fit(String name, Values shares, int decisions) {
    Check.sameSize(name, shares.size(), "the list of decisions", decisions);
  }

  static void copy(Values shares, double... into) {
    shares.copyTo(into);
  }
}
