package org.sibyl.outcome.drawn;

import java.util.Map;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.behavior.social.Relocation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.Outcomes;
import org.sibyl.population.PopulationDesign;

/**
 * People are content, label 1, where at least a threshold of those who live near are of their own
 * type, once all who wanted to move have (Schelling 1971): the label belongs to the place in which
 * the round ends, of which the {@link Relocation} makes the next round's. Who lives alone is
 * content.
 *
 * @param threshold share of one's own type that one asks for, in [0, 1]
 * @param population people who are residents of a grid
 */
@About(
    value = "people are content where enough are of their own type after the moves",
    source = "Schelling 1971",
    draws = Draw.NATURE)
public record Contentment(
    @Parameter(
            value = "share of one's own type that one asks for",
            unit = "share of neighbors",
            range = "[0, 1]")
        double threshold,
    PopulationDesign population)
    implements Nature {
  public Contentment {
    Check.probability("threshold", threshold);
    Relocation.residents("outcome", "contentment", population);
  }

  @Override
  public Outcomes realize(Situation situation, Response response) {
    Column share =
        Relocation.settled(
                Relocation.residents("outcome", "contentment", population), situation, response)
            .ownType();
    return Drawn.labels(
        Column.generate(share.size(), i -> share.get(i) >= threshold ? 1 : 0), Map.of());
  }
}
