package org.sibyl.learning.riskcontrol.width;

import java.util.OptionalDouble;
import org.sibyl.prediction.risk.RiskMeasure;

/**
 * How far the risk of a sample can be from the risk of the population, for losses in [0, 1]: known
 * before the sample is drawn (Li et al. 2025, section 3 and appendix A.2).
 */
public interface Width {
  /**
   * The two-sided width w: the distance between the risks of sample and population exceeds it with
   * probability at most the failure probability, wherever the sample's risk with its width is
   * within the level.
   *
   * @param sample n, individuals in the sample, at least 2
   * @param failure delta', in (0, 1)
   * @param measure of risk
   * @param level alpha, in (0, 1] as losses are scaled
   * @return the width; empty when no sample risk with its width is within the level
   * @throws IllegalArgumentException when this width is not for that measure
   */
  OptionalDouble of(int sample, double failure, RiskMeasure measure, double level);

  /**
   * Refuses a measure that this width is not for, before any sample is seen.
   *
   * @throws IllegalArgumentException when this width is not for that measure
   */
  default void checkFor(RiskMeasure measure) {
    of(2, 0.5, measure, 1);
  }

  /** Whether losses must have a greatest one, which they are then counted in. */
  default boolean needsGreatestLoss() {
    return true;
  }

  /**
   * Whether it holds for all lambda' at once, and so also where the same people are observed again;
   * others hold for one lambda' that is fixed beforehand.
   */
  default boolean isUniform() {
    return false;
  }

  /** Whether it holds at every sample size, or only as samples grow. */
  default boolean isExact() {
    return true;
  }
}
