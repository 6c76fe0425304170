package org.sibyl.learning.riskcontrol;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.numeric.Decimals;

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
      notes.add(guarantee(calibration));
    }
    notes.addAll(calibration.remarks());
    return notes;
  }

  private static String status(Calibration calibration) {
    String most = calibration.plan().map(plan -> " of at most " + plan.rounds()).orElse("");
    return calibration.status()
        + ": lambda "
        + Decimals.shortly(calibration.lambda())
        + " after "
        + calibration.steps()
        + most
        + " steps";
  }

  private static String guarantee(Calibration calibration) {
    PerformativeRiskControl control = calibration.algorithm();
    String target =
        "the risk of every deployment is at most "
            + Decimals.shortly(control.risk().level())
            + (isBoundedBelow(calibration)
                ? ", and that of the last at least "
                    + Decimals.shortly(control.risk().level() - control.tightness())
                : "; how far below it may be is not bounded");
    if (control.riskSlopeBound() == 0) {
      return "not guaranteed, for risk-slope-bound is 0 and so people are taken not to respond";
    }
    if (control.samples() == SampleMode.REUSE_HEURISTIC
        || control.samples() == SampleMode.REFERENCE_COMPLEMENT) {
      return "not guaranteed, for the same people are observed again: that " + target;
    }
    return "guaranteed with probability "
        + Decimals.shortly(1 - control.failure())
        + (control.width().isExact() ? "" : " (as samples grow; the width is an approximation)")
        + ", if responses move the risk by at most "
        + Decimals.shortly(control.riskSlopeBound())
        + " per unit of lambda: "
        + target;
  }

  private static boolean isBoundedBelow(Calibration calibration) {
    PerformativeRiskControl control = calibration.algorithm();
    return calibration.lambda() > control.least() && control.tightness() < control.risk().level();
  }

  static String degenerate(double times) {
    return DEGENERATE
        + ": so few people cost anything that the measure is "
        + Decimals.shortly(times)
        + " times the mean, and sees no tail";
  }

  static String feasible(LeastTightness least) {
    return "the tightness is too small for so few people: the smallest feasible one is "
        + Decimals.shortly(StrictMath.ceil(least.tightness() * 1e5) / 1e5) // what is copied must do
        + ", with "
        + least.rounds()
        + " rounds. Allow it, or observe more people, or choose a narrower width";
  }
}
