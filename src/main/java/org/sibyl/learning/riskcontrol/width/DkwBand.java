package org.sibyl.learning.riskcontrol.width;

import java.util.OptionalDouble;
import org.sibyl.numeric.About;
import org.sibyl.prediction.risk.RiskMeasure;

/**
 * The band of Dvoretzky, Kiefer and Wolfowitz around the distribution of losses, of half-width b =
 * sqrt(ln(2 / failure) / (2 n)) everywhere (with the constant of Massart 1990, The tight constant
 * in the Dvoretzky-Kiefer-Wolfowitz inequality), and what it says of any measure: for the mean b,
 * for the conditional value-at-risk b / (1 - beta).
 *
 * <p>It holds for all lambda' at once where losses are the step at the threshold: then each is the
 * same band around the distribution of scores. Where people have costs of their own it holds for
 * one lambda' at a time.
 */
@About(
    value = "band of one width around the distribution of losses, for any measure",
    source = "Massart 1990; Li et al. 2025, section 4")
public record DkwBand() implements Width {
  @Override
  public OptionalDouble of(int sample, double failure, RiskMeasure measure, double level) {
    Ask.check("dkw", sample, failure, level);
    return band(sample, failure).width(measure, level);
  }

  /** The band of a sample of at least 1. */
  public static Band band(int sample, double failure) {
    double width = Hoeffding.at(sample, failure);
    double[] low = new double[sample + 1];
    for (int i = 0; i <= sample; i++) {
      low[i] = Math.max(0, (double) i / sample - width);
    }
    return Band.mirrored(low);
  }

  @Override
  public boolean isUniform() {
    return true;
  }
}
