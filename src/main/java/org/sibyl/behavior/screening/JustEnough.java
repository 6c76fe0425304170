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
 * Only who gains by it moves, and no further than it must: who is not accepted but can reach the
 * threshold lowers the score to exactly there; all others stay (mechanism M2: people who act
 * rationally, where those of {@link WithinReach} do not).
 *
 * <p>All who move stand at d = 1 - lambda, so R(lambda, lambda') = p F(max(c, d + reach)) for c = 1
 * - lambda' of at least d, and p F(c) below: the risk falls by a jump just above lambda. A smoothed
 * step would count those who stand on the threshold by half: judge them with smoothing 0.
 *
 * @param reach by how much a score can be lowered, at least 0
 * @param reachSpread everybody's own reach is uniform on reach * (1 +- this), and the same in all
 *     rounds; in [0, 1]
 */
@About("who is rejected but can reach the threshold lowers the score to exactly there")
public record JustEnough(
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
        double reachSpread)
    implements FeatureResponse, UsesRandomness {
  public JustEnough {
    Trait.check("reach", reach, reachSpread);
  }

  @Override
  public Mover mover(Situation situation) {
    double threshold = Threshold.highestAccepted(situation);
    IntToDoubleFunction reaches = Trait.REACH.around(reach, reachSpread, situation);
    return (individual, features) -> {
      double score = features[0];
      if (score > threshold && score - reaches.applyAsDouble(individual) <= threshold) {
        features[0] = threshold;
      }
    };
  }

  @Override
  public List<Draw> draws() {
    return Trait.draws(reachSpread);
  }
}
