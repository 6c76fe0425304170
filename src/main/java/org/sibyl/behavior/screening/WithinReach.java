package org.sibyl.behavior.screening;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.sibyl.behavior.Situation;
import org.sibyl.behavior.strategic.FeatureResponse;
import org.sibyl.behavior.strategic.Mover;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.UsesRandomness;

/**
 * Everyone whose score can be lowered to the threshold lowers it by all their reach, also who is
 * accepted already; others stay (the published experiments of Li et al. 2025; mechanism M1).
 *
 * <p>Without clipping, with F the distribution function of scores of those of label 1, p their
 * share, c = 1 - lambda' and d = 1 - lambda: R(lambda, lambda') = p F(max(c, min(c, d) + reach)),
 * and the rule of lambda = 1 + reach accepts nobody whose score was above 0. With clipping all
 * scores up to reach meet at 0, so that lambda = 1 still accepts them.
 *
 * @param reach by how much a score can be lowered, at least 0
 * @param reachSpread everybody's own reach is uniform on reach * (1 +- this), and the same in all
 *     rounds; in [0, 1]
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
    @Parameter(
            value = "everybody's own reach is uniform on reach * (1 +- this)",
            range = "[0, 1]",
            byDefault = "0")
        double reachSpread,
    @Parameter(value = "whether scores stop at 0", byDefault = "true") boolean clip)
    implements FeatureResponse, UsesRandomness {
  public WithinReach {
    Trait.check("reach", reach, reachSpread);
  }

  /** Everybody has the same reach. */
  public WithinReach(double reach, boolean clip) {
    this(reach, 0, clip);
  }

  @Override
  public Mover mover(Situation situation) {
    double threshold = Threshold.highestAccepted(situation);
    IntToDoubleFunction reaches = Trait.REACH.around(reach, reachSpread, situation);
    return (individual, features) ->
        features[0] = shown(features[0], threshold, reaches.applyAsDouble(individual));
  }

  /**
   * What someone of this score, with the reach of all, shows where scores up to the threshold are
   * accepted.
   */
  public double shown(double score, double threshold) {
    return shown(score, threshold, reach);
  }

  private double shown(double score, double threshold, double own) {
    double reached = score - own;
    if (reached > threshold) {
      return score;
    }
    return clip ? Math.max(0, reached) : reached;
  }

  @Override
  public List<Draw> draws() {
    return Trait.draws(reachSpread);
  }
}
