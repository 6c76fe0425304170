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
import org.sibyl.population.source.Settlement;

/**
 * People want to move, action 1, when too few around them are of their own type (Schelling 1971):
 * with probability sigmoid(hardness (asked - share)), where share is the first feature and asked =
 * threshold - sway * trust * (prediction - 1/2), kept in [0, 1]. Who is told that it will be
 * content asks for less. A prediction of 1/2, none, and a Predictor whom one does not trust are the
 * same. At infinite hardness people move just when share is below what they ask.
 *
 * @param threshold share of one's own type that one asks for, in [0, 1]
 * @param sway lambda: how far a prediction moves it, from one that is certain to its contrary
 * @param hardness how sharply people decide, above 0; may be infinite
 */
@About(
    value = "people want to move when fewer around them are of their type than they ask for",
    source = "Schelling 1971",
    draws = Draw.RESPONSE)
public record Moving(
    @Parameter(
            value = "share of one's own type that one asks for",
            unit = "share of neighbors",
            range = "[0, 1]")
        double threshold,
    @Parameter(
            value = "what a unit of the prediction takes away from it",
            unit = "share of neighbors",
            range = "(-inf, inf)")
        double sway,
    @Parameter(value = "how sharply people decide", range = "(0, inf]") double hardness)
    implements ResponseModel {
  private static final Range POSITIVE = Range.parse("(0, inf]");

  public Moving {
    Check.probability("threshold", threshold);
    Check.finite("sway", sway);
    Check.within("hardness", hardness, POSITIVE);
  }

  @Override
  public void respond(int individual, Situation situation, Response.Builder own) {
    in(situation).respond(individual, own);
  }

  @Override
  public Responder in(Situation situation) {
    Told told = new Told(situation);
    Column trust = situation.population().column(Attribute.TRUST);
    return (individual, own) -> {
      double trusted = LogOdds.probability(trust.get(individual));
      double asked = asked(trusted * (told.probability(individual, 0.5) - 0.5));
      double share = situation.population().features().get(individual, Settlement.OWN_TYPE);
      double drawn =
          situation.randomness().at(Draw.RESPONSE, situation.round(), individual).nextDouble();
      own.act(drawn < probability(asked - share) ? 1 : 0);
    };
  }

  private double asked(double promised) {
    return StrictMath.max(0, StrictMath.min(1, threshold - sway * promised));
  }

  private double probability(double missing) {
    return missing == 0 && Double.isInfinite(hardness)
        ? 0 // who has what it asks for is content
        : LogOdds.probability(hardness * missing);
  }
}
