package org.sibyl.behavior.strategic;

import java.util.List;
import java.util.Optional;
import org.sibyl.behavior.Shifting;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
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
  private static final Range REST = Range.parse("(0, 1]");

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

  /**
   * How many rounds a model must stay until only so much is left of the way to where people settle:
   * the least m with (1 - share)^m at most the rest. A risk that moves by at most L per unit of a
   * distance d is then within L d rest of the settled one.
   *
   * @param rest of the way, in (0, 1]
   * @throws IllegalArgumentException when they never get there
   */
  public int roundsUntil(double rest) {
    Check.within("rest", rest, REST);
    if (share == 0 && rest < 1) {
      throw Check.invalid("share", "0", "must be above 0 for people to settle");
    }
    double left = 1;
    int rounds = 0;
    while (left > rest) {
      left *= 1 - share;
      rounds++;
    }
    return rounds;
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
