package org.sibyl.behavior.strategic;

import java.util.Optional;
import org.sibyl.behavior.Shifting;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.prediction.ShiftGradient;

/**
 * Two types of people: everybody is of the first with a probability, drawn once and the same in all
 * rounds, and else of the second (variant V7 of the credit problem).
 *
 * @param share probability of the first type, in [0, 1]
 * @param first how the first type responds
 * @param second how the second type responds
 */
@About(value = "two types of people, who respond differently", draws = Draw.RESPONSE)
public record MixtureOfTypes(
    @Parameter(value = "share of the first type", range = "[0, 1]") double share,
    @Parameter("how the first type responds") FeatureResponse first,
    @Parameter("how the second type responds") FeatureResponse second)
    implements FeatureResponse, Shifting {
  public MixtureOfTypes {
    Check.probability("share", share);
    alone("first", first);
    alone("second", second);
  }

  private static void alone(String name, FeatureResponse type) {
    if (type instanceof MixtureOfTypes) {
      throw Check.invalid(
          name, "mixture-of-types", "cannot stand in another one: both would draw the same types");
    }
  }

  @Override
  public Mover mover(Situation situation) {
    Mover one = first.mover(situation);
    Mover other = second.mover(situation);
    return (individual, x) -> (isFirst(individual, situation) ? one : other).move(individual, x);
  }

  @Override
  public Optional<ShiftGradient> shiftGradient(Situation situation) {
    Optional<ShiftGradient> other =
        PartWay.shift(second, situation, i -> isFirst(i, situation) ? 0 : 1);
    return PartWay.shift(first, situation, i -> isFirst(i, situation) ? 1 : 0)
        .flatMap(one -> other.map(two -> sum(one, two)));
  }

  private static ShiftGradient sum(ShiftGradient one, ShiftGradient two) {
    return (deployed, cohort, featureSlopes, outcomeSlopes, into) -> {
      one.addShiftGradient(deployed, cohort, featureSlopes, outcomeSlopes, into);
      two.addShiftGradient(deployed, cohort, featureSlopes, outcomeSlopes, into);
    };
  }

  private boolean isFirst(int individual, Situation situation) {
    return Chance.TYPE.of(individual, situation).nextDouble() < share;
  }
}
