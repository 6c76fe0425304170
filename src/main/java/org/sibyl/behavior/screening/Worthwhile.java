package org.sibyl.behavior.screening;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.sibyl.behavior.Situation;
import org.sibyl.behavior.strategic.FeatureResponse;
import org.sibyl.behavior.strategic.Mover;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.UsesRandomness;

/**
 * Who is rejected lowers the score to exactly the threshold when that costs less than acceptance is
 * worth: effort cost * distance^2 &lt; benefit (mechanism M3). It is {@link JustEnough} with the
 * reach sqrt(benefit / effort cost).
 *
 * @param benefit of being accepted, at least 0
 * @param effortCost what a distance of 1 costs, in the unit of the benefit, at least 0
 * @param effortCostSpread everybody's own cost is uniform on effort cost * (1 +- this), and the
 *     same in all rounds; in [0, 1]
 */
@About("who is rejected lowers the score to the threshold when its quadratic cost is worth it")
public record Worthwhile(
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
        double effortCostSpread)
    implements FeatureResponse, UsesRandomness {
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public Worthwhile {
    Check.within("benefit", benefit, NOT_NEGATIVE);
    Trait.check("effort-cost", effortCost, effortCostSpread);
  }

  @Override
  public Mover mover(Situation situation) {
    double threshold = Threshold.highestAccepted(situation);
    IntToDoubleFunction costs = Trait.EFFORT_COST.around(effortCost, effortCostSpread, situation);
    return (individual, features) -> {
      double distance = features[0] - threshold;
      if (distance > 0 && costs.applyAsDouble(individual) * distance * distance < benefit) {
        features[0] = threshold;
      }
    };
  }

  @Override
  public List<Draw> draws() {
    return Trait.draws(effortCostSpread);
  }
}
