package org.sibyl.learning.omniprediction.oblivious;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.numeric.Check;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.LossTable;

/** Input-oblivious losses in [0, 1] that have given slopes, or given best decisions. */
public final class TableLosses {
  private static final double GRID = 0x1p52;
  private static final double HALF = 0.5;

  private TableLosses() {}

  /**
   * A loss with these slopes.
   *
   * @param slopes one for each decision, in [-1, 1]
   */
  public static DecisionLoss ofSlopes(double... slopes) {
    List<List<Double>> table = new ArrayList<>();
    for (double slope : slopes) {
      if (!(slope >= -1 && slope <= 1)) {
        throw Check.invalid("slope", Double.toString(slope), "must lie in [-1, 1]");
      }
      table.add(List.of(StrictMath.max(0.0, -slope), StrictMath.max(0.0, slope)));
    }
    return new LossTable(table);
  }

  /**
   * A loss whose best decision is the one with the least intercept + slope times probability,
   * whatever numbers those are: neither a positive factor of all of them nor a constant added to
   * the intercepts changes it. The factor is a power of two and the constant 1/2, so that both are
   * exact; numbers less than 2 to the -52 apart, on a scale where the greatest is 1/2, are the
   * same.
   *
   * @param intercepts one for each decision, finite
   * @param slopes one for each decision, finite
   */
  public static DecisionLoss ofDecider(double[] intercepts, double[] slopes) {
    Check.sameSize("slopes", slopes.length, "the list of intercepts", intercepts.length);
    double greatest = 0;
    for (int decision = 0; decision < slopes.length; decision++) {
      Check.finite("intercept", intercepts[decision]);
      double end = Check.finite("slope", intercepts[decision] + slopes[decision]);
      greatest =
          StrictMath.max(
              greatest, StrictMath.max(StrictMath.abs(intercepts[decision]), StrictMath.abs(end)));
    }
    int power = greatest == 0 ? 0 : -StrictMath.getExponent(greatest) - 2;
    List<List<Double>> table = new ArrayList<>();
    for (int decision = 0; decision < slopes.length; decision++) {
      table.add(
          List.of(
              placed(intercepts[decision], power),
              placed(intercepts[decision] + slopes[decision], power)));
    }
    return new LossTable(table);
  }

  /** In (0, 1), where the greatest number given is less than half of it away from the middle. */
  private static double placed(double number, int power) {
    return HALF + StrictMath.rint(StrictMath.scalb(number, power) * GRID) / GRID;
  }
}
