package org.sibyl.behavior.social;

import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.sibyl.behavior.Carryover;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.population.PopulationDesign;
import org.sibyl.population.source.Residents;
import org.sibyl.population.source.Settlement;

/**
 * Who wants to move does, action 1: one after the other, in an order that is drawn each round, to a
 * place drawn from all that are vacant when its turn comes (Schelling 1971). So no two meet in one
 * place. Actions are remembered. Where people go follows from the round's response and noise alone,
 * so that Nature can ask for it before it has come about.
 *
 * @param population people who are {@link Residents}
 */
@About(
    value = "who wants to move goes, in an order that is drawn, to a vacant place that is drawn",
    source = "Schelling 1971",
    draws = Draw.NATURE)
public record Relocation(PopulationDesign population) implements Carryover {
  public Relocation {
    residents("carryover", "relocation", population);
  }

  /** The people of a grid; an error that says what is missing, where they are others. */
  public static Residents residents(String kind, String name, PopulationDesign population) {
    if (population.features().orElse(null) instanceof Residents residents) {
      return residents;
    }
    throw Check.invalid(
        kind,
        name,
        "needs people on a grid. State population.features: {type: residents, types: 2}");
  }

  /** Where everyone lives after this response. */
  public static Settlement settled(Residents residents, Situation situation, Response response) {
    int size = response.actions().size();
    int[] order = PermutationSampler.natural(size);
    PermutationSampler.shuffle(situation.randomness().at(Draw.NATURE, situation.round()), order);
    int[] movers = IntStream.of(order).filter(i -> response.actions().get(i) == 1).toArray();
    return Settlement.of(residents, situation.population().features())
        .moved(movers, i -> situation.randomness().at(Draw.NATURE, situation.round(), i));
  }

  @Override
  public Population next(
      Situation situation, Response response, Column labels, Population afterTrust) {
    Residents residents = residents("carryover", "relocation", population);
    return afterTrust
        .withFeatures(settled(residents, situation, response).features())
        .with(Attribute.ACTION, response.actions());
  }
}
