package org.sibyl.learning.riskcontrol;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.sibyl.learning.riskcontrol.width.Width;
import org.sibyl.prediction.risk.Acceptance;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskMeasure;
import org.sibyl.prediction.risk.RiskTarget;

/** Risk control as tests need it: algorithms, and measures and widths by their closed forms. */
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

  /** The mean's central limit width, m + w(m) = level, by the closed form of section 4. */
  public record Central() implements Width {
    @Override
    public OptionalDouble of(int sample, double failure, RiskMeasure measure, double level) {
      double z = quantile(failure);
      double k = z * z / (sample - 1);
      double b = 2 * level + k;
      double m = (b - Math.sqrt(b * b - 4 * (1 + k) * level * level)) / (2 * (1 + k));
      double half = z * 0.5 / Math.sqrt(sample - 1);
      return OptionalDouble.of(0.5 + half <= level ? half : level - m);
    }

    @Override
    public boolean isExact() {
      return false;
    }
  }

  /** The central limit width of CVaR where a share of people has uniform losses, section 4. */
  public record TailCentral(double share, double beta) implements Width {
    @Override
    public OptionalDouble of(int sample, double failure, RiskMeasure measure, double level) {
      double variance = share * (4 - 3 * share) / (12 * (1 - beta) * (1 - beta));
      return OptionalDouble.of(quantile(failure) * Math.sqrt(variance / sample));
    }
  }

  private static double quantile(double failure) {
    return NormalDistribution.of(0, 1).inverseSurvivalProbability(failure / 2);
  }

  /** CVaR by its definition. */
  public record TailMean(double beta) implements RiskMeasure {
    @Override
    public double ofSorted(double[] ascending) {
      double sum = 0;
      int n = ascending.length;
      for (int i = 0; i < n; i++) {
        sum += (weightBelow((i + 1.0) / n) - weightBelow((double) i / n)) * ascending[i];
      }
      return sum;
    }

    @Override
    public double weightBelow(double u) {
      return Math.max(0, (u - beta) / (1 - beta));
    }

    @Override
    public double norm(double q) {
      return Math.pow(1 - beta, 1 / q - 1);
    }
  }
}
