package org.sibyl.learning.riskcontrol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a calibration stands, in sentences. */
final class Standing {
  /** How the remark begins that a tail measure is no more than a scaled mean. */
  static final String DEGENERATE = "CVAR_DEGENERATE";

  private Standing() {}

  static List<String> of(Calibration calibration) {
    List<String> notes = new ArrayList<>();
    notes.add(status(calibration));
    if (calibration.status() == ControlStatus.MOVING
        || calibration.status() == ControlStatus.DONE) {
      notes.add(guarantee(calibration.algorithm()));
    }
    notes.addAll(calibration.remarks());
    return notes;
  }

  private static String status(Calibration calibration) {
    String most = calibration.plan().map(plan -> " of at most " + plan.rounds()).orElse("");
    return calibration.status()
        + ": lambda "
        + shortly(calibration.lambda())
        + " after "
        + calibration.steps()
        + most
        + " steps";
  }

  private static String guarantee(PerformativeRiskControl control) {
    String target =
        "the risk of every deployment stays within "
            + shortly(control.risk().level())
            + " and the last is at least "
            + shortly(control.risk().level() - control.tightness());
    if (control.riskSlopeBound() == 0) {
      return "not guaranteed, for risk-slope-bound is 0 and so people are taken not to respond";
    }
    if (control.samples() == SampleMode.REUSE_HEURISTIC
        || control.samples() == SampleMode.REFERENCE_COMPLEMENT) {
      return "not guaranteed, for the same people are observed again: that " + target;
    }
    return "with probability "
        + shortly(1 - control.failure())
        + (control.width().isExact() ? "" : ", as samples grow,")
        + " "
        + target
        + ", if risk moves by at most "
        + shortly(control.riskSlopeBound())
        + " per unit of lambda";
  }

  static String degenerate(double times) {
    return DEGENERATE
        + ": so few people cost anything that the measure is "
        + shortly(times)
        + " times the mean, and sees no tail";
  }

  static String feasible(LeastTightness least) {
    return "the smallest feasible tightness is "
        + shortly(least.tightness())
        + ", with "
        + least.rounds()
        + " rounds. Maybe observe more people";
  }

  private static String shortly(double value) {
    String fixed = String.format(Locale.ROOT, "%.5f", value);
    return fixed.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
