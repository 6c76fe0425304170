package org.sibyl.behavior.decision;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.ResponseModel;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.LogOdds;
import org.sibyl.population.Attribute;

/**
 * People take up what is decided about them with the probability that is their trust in the
 * Predictor; else, and where nothing was decided, it is as if 0 had been decided. With trust 1
 * everything is taken up, which is what theory assumes. The action of a person is the decision as
 * taken up; a trial's log has the decision as offered, so what is learned from it is what offers
 * do. Drawn anew for each person in each round, before it is known what is decided.
 */
@About(
    value = "takes up what is decided with a probability that is trust, else it counts as 0",
    draws = Draw.RESPONSE)
public record TakeUp() implements ResponseModel {
  @Override
  public void respond(int individual, Situation situation, Response.Builder own) {
    double trust =
        LogOdds.probability(situation.population().column(Attribute.TRUST).get(individual));
    UniformRandomProvider random =
        situation.randomness().at(Draw.RESPONSE, situation.round(), individual);
    double decided = situation.deployment().predictions().get(individual);
    own.act(decided > 0 && random.nextDouble() < trust ? decided : 0);
  }
}
