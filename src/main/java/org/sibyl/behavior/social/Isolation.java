package org.sibyl.behavior.social;

import org.sibyl.behavior.Responder;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.ResponseModel;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.population.Attribute;

/**
 * People keep to themselves, action 1, when the risk they believe in is worth it, by a logit choice
 * (McKelvey and Palfrey 1995): with probability sigmoid(intensity (believed + habit [isolated last
 * round] - cost)), where believed = trust * predicted risk + (1 - trust) * own estimate. Who is
 * told nothing believes its own estimate. Habit makes two customs lasting: where it is hard, those
 * who isolated go on down to a believed risk of cost - habit, and the others begin only above cost.
 * It needs a carryover that remembers actions.
 *
 * @param intensity how sharply people choose, above 0
 * @param cost the risk at which people toss a coin
 * @param habit what having isolated last round counts, in units of risk, at least 0
 * @param ownEstimate the risk that people reckon with by themselves, in [0, 1]
 */
@About(
    value = "people isolate by a logit choice in the risk that they believe in",
    source = "McKelvey and Palfrey 1995 (logit choice)",
    draws = Draw.RESPONSE)
public record Isolation(
    @Parameter(value = "how sharply people choose", unit = "1 / risk", range = "(0, inf)")
        double intensity,
    @Parameter(value = "the risk at which people toss a coin", unit = "risk", range = "(-inf, inf)")
        double cost,
    @Parameter(
            value = "what having isolated last round counts",
            unit = "risk",
            range = "[0, inf)",
            byDefault = "0")
        double habit,
    @Parameter(
            value = "the risk that people reckon with by themselves",
            range = "[0, 1]",
            byDefault = "0")
        double ownEstimate)
    implements ResponseModel {
  private static final Range POSITIVE = Range.parse("(0, inf)");
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public Isolation {
    Check.within("intensity", intensity, POSITIVE);
    Check.finite("cost", cost);
    Check.within("habit", habit, NOT_NEGATIVE);
    Check.probability("own-estimate", ownEstimate);
  }

  @Override
  public void respond(int individual, Situation situation, Response.Builder own) {
    in(situation).respond(individual, own);
  }

  @Override
  public Responder in(Situation situation) {
    Told told = new Told(situation);
    Column trust = situation.population().column(Attribute.TRUST);
    Column before = situation.population().column(Attribute.ACTION);
    return (individual, own) -> {
      double trusted = LogOdds.probability(trust.get(individual));
      double predicted = told.probability(individual, ownEstimate);
      double believed = trusted * predicted + (1 - trusted) * ownEstimate;
      double probability = probability(believed, before.get(individual) == 1);
      double drawn =
          situation.randomness().at(Draw.RESPONSE, situation.round(), individual).nextDouble();
      own.act(drawn < probability ? 1 : 0);
    };
  }

  /** The probability of isolating at this believed risk. */
  double probability(double believed, boolean isolatedBefore) {
    return LogOdds.probability(intensity * (believed + (isolatedBefore ? habit : 0) - cost));
  }
}
