package org.sibyl.behavior.screening;

import java.util.function.IntToDoubleFunction;
import org.sibyl.behavior.Situation;
import org.sibyl.behavior.strategic.Chance;
import org.sibyl.behavior.strategic.FeatureResponse;
import org.sibyl.behavior.strategic.Mover;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * Who is rejected lowers the score to exactly the threshold, or stays, by a logit choice: it moves
 * with probability sigmoid((benefit - effort cost * distance^2) / temperature), drawn anew in each
 * round (mechanism M4; McKelvey and Palfrey 1995). Cold people respond as {@link Worthwhile}, hot
 * ones toss a coin.
 *
 * @param benefit of being accepted, at least 0
 * @param effortCost what a distance of 1 costs, in the unit of the benefit, at least 0
 * @param effortCostSpread everybody's own cost is uniform on effort cost * (1 +- this), and the
 *     same in all rounds; in [0, 1]
 * @param temperature noise of the choice, in the unit of the benefit, above 0
 */
@About(
    value = "who is rejected lowers the score to the threshold or stays, by a logit choice",
    source = "McKelvey and Palfrey 1995",
    draws = {Draw.FEATURES, Draw.RESPONSE})
public record LogitEffort(
    @Parameter(
            value = "benefit of being accepted",
            unit = "benefit",
            range = "[0, inf)",
            byDefault = "1")
        double benefit,
    @Parameter(
            value = "what lowering the score by 1 costs; the cost grows with the square",
            unit = "benefit",
            range = "[0, inf)",
            byDefault = "10")
        double effortCost,
    @Parameter(
            value = "everybody's own cost is uniform on effort-cost * (1 +- this)",
            range = "[0, 1]",
            byDefault = "0")
        double effortCostSpread,
    @Parameter(
            value = "noise of the choice: 0 is best response, infinity a coin",
            unit = "benefit",
            range = "(0, inf)",
            byDefault = "0.2")
        double temperature)
    implements FeatureResponse {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public LogitEffort {
    Check.within("benefit", benefit, NOT_NEGATIVE);
    Trait.check("effort-cost", effortCost, effortCostSpread);
    Check.within("temperature", temperature, POSITIVE);
  }

  @Override
  public Mover mover(Situation situation) {
    double threshold = Threshold.highestAccepted(situation);
    IntToDoubleFunction costs = Trait.EFFORT_COST.around(effortCost, effortCostSpread, situation);
    return (individual, features) -> {
      double distance = features[0] - threshold;
      if (distance > 0) {
        double utility = benefit - costs.applyAsDouble(individual) * distance * distance;
        double probability = LogOdds.probability(utility / temperature);
        if (Chance.CHOICE.of(individual, situation).nextDouble() < probability) {
          features[0] = threshold;
        }
      }
    };
  }
}
