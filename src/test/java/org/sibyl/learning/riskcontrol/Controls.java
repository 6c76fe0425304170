package org.sibyl.learning.riskcontrol;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.sibyl.learning.riskcontrol.width.Width;
import org.sibyl.prediction.risk.Acceptance;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskMeasure;
import org.sibyl.prediction.risk.RiskTarget;

/** Risk control as tests need it. */
public final class Controls {
  private Controls() {}

  /** Control of the mean risk of accepting people by a sharp step, lambda in [0, safe]. */
  public static PerformativeRiskControl sharp(
      double level, double tightness, double slope, Width width, double safe) {
    return of(
        new RiskTarget(new Acceptance(0, 1), new MeanRisk(), level), tightness, slope, width, safe);
  }

  /** Control with failure .1. */
  public static PerformativeRiskControl of(
      RiskTarget risk, double tightness, double slope, Width width, double safe) {
    return of(risk, tightness, slope, width, safe, SampleMode.FRESH, OptionalInt.empty(), 1, 0, 1);
  }

  /** Control with failure .1, and the rest. */
  public static PerformativeRiskControl of(
      RiskTarget risk,
      double tightness,
      double slope,
      Width width,
      double safe,
      SampleMode samples,
      OptionalInt size,
      int dwell,
      double transientError,
      double review) {
    return new PerformativeRiskControl(
        tightness, 0.1, slope, width, safe, 0, samples, size, dwell, transientError, review, risk);
  }

  /** The same width whatever is asked. */
  public record Given(double value) implements Width {
    @Override
    public OptionalDouble of(int sample, double failure, RiskMeasure measure, double level) {
      return OptionalDouble.of(value);
    }
  }
}
