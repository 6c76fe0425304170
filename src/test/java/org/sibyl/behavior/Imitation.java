package org.sibyl.behavior;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.population.Attribute;

/**
 * Copies a neighbor chosen at random, or now and then cooperates regardless.
 *
 * @param spontaneity probability of cooperating regardless
 */
@About(value = "copies a neighbor chosen at random", draws = Draw.RESPONSE)
public record Imitation(
    @Parameter(value = "probability of cooperating regardless", range = "[0, 1]", byDefault = "0.1")
        double spontaneity)
    implements ResponseModel {

  public Imitation {
    Check.probability("spontaneity", spontaneity);
  }

  @Override
  public void respond(int individual, Situation situation, Response.Builder own) {
    var random = situation.randomness().at(Draw.RESPONSE, situation.round(), individual);
    int degree = situation.network().degree(individual);
    if (random.nextDouble() < spontaneity || degree == 0) {
      own.act(1);
    } else {
      int neighbor = situation.network().neighbor(individual, random.nextInt(degree));
      Column last = situation.population().column(Attribute.ACTION);
      own.act(last.get(neighbor) == 1 ? 1 : 0);
    }
  }
}
