package org.sibyl.behavior.strategic;

import java.util.List;
import java.util.Optional;
import org.sibyl.behavior.Shifting;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.UsesRandomness;
import org.sibyl.prediction.ShiftGradient;

/**
 * Geometric decay: people get only partly, in each round, from what they show to where another
 * response leads from their base (Ray et al. 2022; Brown et al. 2022, section 2). Where features
 * are kept, what is left of the way shrinks by 1 - share a round under a model that stays; both
 * modes then have the same mean.
 *
 * @param share in [0, 1]: of the way, or of the people; 1 - share is the decay rate
 * @param mode whether all go part of the way or part of them all of it
 * @param of where it leads, from base features
 */
@About(
    value = "people get only partly, each round, to where another response leads from the base",
    source = "Ray et al. 2022; Brown et al. 2022, section 2")
public record PartialAdaptation(
    @Parameter(value = "share of the way, or of the people, each round", range = "[0, 1]")
        double share,
    @Parameter(
            value = "whether all go part of the way or part of them all of it",
            byDefault = "interpolate")
        Adaptation mode,
    @Parameter("where people are going, from base features") FeatureResponse of)
    implements FeatureResponse, Shifting, UsesRandomness {
  public PartialAdaptation {
    Check.probability("share", share);
  }

  @Override
  public Mover mover(Situation situation) {
    return PartWay.mover(of.moverFromBase(situation), situation, i -> part(i, situation));
  }

  @Override
  public Optional<ShiftGradient> shiftGradient(Situation situation) {
    return PartWay.shift(of, situation, i -> part(i, situation));
  }

  /** The part of the way that an individual goes in this round. */
  private double part(int individual, Situation situation) {
    if (mode == Adaptation.INTERPOLATE) {
      return share;
    }
    return Chance.ADAPTATION.of(individual, situation).nextDouble() < share ? 1 : 0;
  }

  @Override
  public List<Draw> draws() {
    return mode == Adaptation.VINTAGES ? List.of(Draw.RESPONSE) : List.of();
  }
}
