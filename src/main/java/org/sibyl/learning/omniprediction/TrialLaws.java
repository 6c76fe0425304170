package org.sibyl.learning.omniprediction;

import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/** How likely a trial made every decision about every person: checks, and the least of them. */
final class TrialLaws {
  private static final double ROUNDING = 1e-9;

  private TrialLaws() {}

  static void check(Matrix laws, int decisions, Column decided, Column propensities) {
    Check.sameSize("laws", laws.rows(), "the log", decided.size());
    Check.sameSize("laws", laws.columns(), "the list of decisions", decisions);
    for (int i = 0; i < laws.rows(); i++) {
      double sum = 0;
      for (int decision = 0; decision < decisions; decision++) {
        sum += Check.probability(name(i, decision), laws.get(i, decision));
      }
      if (!(StrictMath.abs(sum - 1) <= ROUNDING)) {
        throw Check.invalid("laws[" + i + "]", Double.toString(sum), "must have the sum 1");
      }
      int given = (int) decided.get(i);
      if (laws.get(i, given) != propensities.get(i)) {
        throw Check.invalid(
            name(i, given),
            Double.toString(laws.get(i, given)),
            "must be the propensity of what was decided, " + propensities.get(i));
      }
    }
  }

  private static String name(int person, int decision) {
    return "laws[" + person + "][" + decision + "]";
  }

  /** The least that is above 0; 1 when there is none. */
  static double least(Matrix laws) {
    double least = 1;
    for (double propensity : laws.toArray()) {
      least = propensity > 0 ? StrictMath.min(least, propensity) : least;
    }
    return least;
  }
}
