package org.sibyl.behavior.screening;

import org.sibyl.behavior.Situation;
import org.sibyl.behavior.strategic.FeatureResponse;
import org.sibyl.behavior.strategic.Mover;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * Everyone whose score can be lowered to the threshold lowers it by all their reach, also who is
 * accepted already; others stay (the published experiments of Li et al. 2025; mechanism M1).
 *
 * @param reach by how much a score can be lowered, at least 0
 * @param clip whether scores stop at 0, where people of low score then meet
 */
@About(
    value = "who can reach the threshold lowers the score by all their reach; others stay",
    source = "Li et al. 2025, section 5")
public record WithinReach(
    @Parameter(
            value = "by how much a score can be lowered",
            unit = "score",
            range = "[0, inf)",
            byDefault = "0.3")
        double reach,
    @Parameter(value = "whether scores stop at 0", byDefault = "true") boolean clip)
    implements FeatureResponse {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public WithinReach {
    Check.within("reach", reach, NOT_NEGATIVE);
  }

  @Override
  public Mover mover(Situation situation) {
    double threshold = Threshold.highestAccepted(situation);
    return (individual, features) -> features[0] = shown(features[0], threshold);
  }

  /** What someone of this score shows where scores up to the threshold are accepted. */
  public double shown(double score, double threshold) {
    double reached = score - reach;
    if (reached > threshold) {
      return score;
    }
    return clip ? Math.max(0, reached) : reached;
  }
}
