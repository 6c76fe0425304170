package org.sibyl.experiment.reproduction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An expected number beside the measured one.
 *
 * @param expected what was expected
 * @param measured what was measured
 */
public record Finding(Expected expected, Estimate measured) {
  /** Standard errors by which two estimates of the same number may differ. */
  private static final double STANDARD_ERRORS = 4;

  /** How far apart they may be: the tolerance, or 4 standard errors of the difference. */
  public double band() {
    double sampling =
        STANDARD_ERRORS * StrictMath.hypot(expected.standardError(), measured.standardError());
    return StrictMath.max(expected.tolerance(), sampling);
  }

  /** Whether they are no farther apart than that; never when one is not a number. */
  public boolean inBand() {
    return expected.value() == measured.value() // infinite ones too
        || StrictMath.abs(measured.value() - expected.value()) <= band();
  }

  /**
   * Pairs them by quantity. What was expected but not measured is measured as NaN, what was
   * measured but not expected is expected to be NaN: neither is in its band.
   */
  static List<Finding> all(List<Expected> expected, Map<String, Estimate> measured) {
    Map<String, Estimate> left = new LinkedHashMap<>(measured);
    List<Finding> findings = new ArrayList<>();
    for (Expected number : expected) {
      Estimate estimate = left.remove(number.quantity());
      findings.add(new Finding(number, estimate == null ? Estimate.exact(Double.NaN) : estimate));
    }
    left.forEach(
        (quantity, estimate) ->
            findings.add(
                new Finding(new Expected(quantity, Double.NaN, 0, 0, "not expected"), estimate)));
    return findings;
  }
}
