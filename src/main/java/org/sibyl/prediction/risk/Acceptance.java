package org.sibyl.prediction.risk;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.AcceptanceThreshold;
import org.sibyl.prediction.Conservative;

/**
 * People are accepted up to a score, and cost their label when accepted: 1 or the size of the loss
 * for those who fail, 0 for all others. The step at the threshold is smoothed so that the risk has
 * no jumps: label * clip((1 - lambda + smoothing - score) / (2 smoothing), 0, 1) (Li et al. 2025,
 * section 5 and their published code).
 *
 * @param smoothing half the width of the smoothed step, at least 0; 0 for the sharp step
 * @param greatestLoss the largest label
 */
@About(
    value = "people are accepted up to a score; who is accepted costs its label",
    source = "Li et al. 2025, section 5")
public record Acceptance(
    @Parameter(
            value = "half the width of the smoothed step at the threshold",
            unit = "score",
            range = "[0, inf)",
            byDefault = "1e-4")
        double smoothing,
    @Parameter(value = "the largest label", range = "(0, inf)", byDefault = "1")
        double greatestLoss)
    implements ControlledRule {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public Acceptance {
    Check.within("smoothing", smoothing, NOT_NEGATIVE);
    Check.within("greatest-loss", greatestLoss, POSITIVE);
  }

  @Override
  public Conservative model(double conservativeness) {
    return new AcceptanceThreshold(conservativeness);
  }

  @Override
  public double loss(double score, double label, double conservativeness) {
    double room = 1 - conservativeness - score;
    if (smoothing == 0) {
      return room >= 0 ? label : 0;
    }
    return label * Math.min(1, Math.max(0, (room + smoothing) / (2 * smoothing)));
  }
}
