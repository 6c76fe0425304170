package org.sibyl.learning.riskcontrol;

import java.util.OptionalInt;
import org.sibyl.learning.riskcontrol.width.Width;
import org.sibyl.numeric.Check;
import org.sibyl.prediction.risk.Acceptance;
import org.sibyl.prediction.risk.RiskTarget;

/** What the cohorts of the rounds are to each other; widths are valid for some only. */
public enum SampleMode {
  /**
   * New people in every round, independent of all before: what the guarantees assume. A run is
   * refused when the same individuals come with the same labels in two rounds; that some of them
   * come again, as in samples of a small population, cannot be told from chance and is not noticed.
   */
  FRESH,
  /**
   * The same people again, with a width that holds for all thresholds at once. People must be
   * accepted or not, by a sharp step, and cost all or nothing.
   */
  REUSE_UNIFORM,
  /** The same people again, with any width: what is often done, and not guaranteed. */
  REUSE_HEURISTIC,
  /**
   * The published code's: all people but a sample, with the width of the sample's size, which
   * sample-size gives; the cohort may be larger. For comparison with its numbers.
   */
  REFERENCE_COMPLEMENT;

  /**
   * Refuses what is not valid together with this mode.
   *
   * @throws IllegalArgumentException that says what to choose
   */
  void check(Width width, RiskTarget risk, OptionalInt sampleSize) {
    if (this == REUSE_UNIFORM && !width.isUniform()) {
      throw Check.invalid(
          "samples",
          "reuse-uniform",
          "must have a width for all lambda at once, and this one is for a lambda that is fixed"
              + " beforehand. Maybe choose width: {type: dkw}");
    }
    if (this == REUSE_UNIFORM
        && !(risk.rule() instanceof Acceptance rule && rule.smoothing() == 0)) {
      throw Check.invalid(
          "samples", "reuse-uniform", "must have rule: {type: acceptance, smoothing: 0}");
    }
    if (this == REFERENCE_COMPLEMENT && sampleSize.isEmpty()) {
      throw Check.invalid(
          "samples", "reference-complement", "must have a sample-size, for which widths are");
    }
  }
}
