package org.sibyl.outcome.drawn;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.behavior.social.DiseaseStages;
import org.sibyl.network.Network;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.Outcomes;
import org.sibyl.population.Attribute;
import org.sibyl.population.PopulationDesign;
import org.sibyl.population.source.Outbreak;

/**
 * An infection passes along the network: a susceptible person is infected, label 1, with
 * probability 1 - (1 - transmission)^exposure, and nobody else is (Reed and Frost's chain binomial,
 * Abbey 1952). Exposure is the number of infectious neighbors who do not isolate, times one's
 * vulnerability, times 1 - protection for who isolates, action 1. An isolating infectious person
 * infects nobody.
 *
 * @param transmission beta: probability that one meeting infects
 * @param protection share of one's exposure that isolating takes away
 * @param population people of an {@link Outbreak}
 */
@About(
    value = "a susceptible person is infected by neighbors who are infectious and go out",
    source = "Abbey 1952 (Reed and Frost's model)",
    draws = Draw.NATURE)
public record Contagion(
    @Parameter(value = "probability that one meeting infects", range = "[0, 1]")
        double transmission,
    @Parameter(
            value = "share of one's exposure that isolating takes away",
            range = "[0, 1]",
            byDefault = "1")
        double protection,
    PopulationDesign population)
    implements Nature {
  /** Meetings with the infectious, weighted. */
  public static final Attribute EXPOSURE = new Attribute("exposure", 0, Double.POSITIVE_INFINITY);

  public Contagion {
    Check.probability("transmission", transmission);
    Check.probability("protection", protection);
    DiseaseStages.checked("outcome", "contagion", population);
  }

  @Override
  public Outcomes realize(Situation situation, Response response) {
    Matrix people = situation.population().features();
    Column exposures =
        Column.generate(people.rows(), i -> exposure(i, situation.network(), people, response));
    Column infected =
        Column.generate(people.rows(), i -> isInfected(i, exposures.get(i), situation) ? 1 : 0);
    Map<Attribute, Column> facts = new LinkedHashMap<>();
    facts.put(EXPOSURE, exposures);
    return Drawn.labels(infected, facts);
  }

  private double exposure(int individual, Network network, Matrix people, Response response) {
    if (people.get(individual, Outbreak.INFECTIOUS) == 1
        || people.get(individual, Outbreak.IMMUNE) == 1) {
      return 0;
    }
    int met = 0;
    for (int at = 0; at < network.degree(individual); at++) {
      int other = network.neighbor(individual, at);
      boolean isolates = response.actions().get(other) == 1;
      met += people.get(other, Outbreak.INFECTIOUS) == 1 && !isolates ? 1 : 0;
    }
    double left = response.actions().get(individual) == 1 ? 1 - protection : 1;
    return met * left * people.get(individual, Outbreak.VULNERABILITY);
  }

  private boolean isInfected(int individual, double exposure, Situation situation) {
    double escape = StrictMath.pow(1 - transmission, exposure);
    return exposure > 0
        && situation.randomness().at(Draw.NATURE, situation.round(), individual).nextDouble()
            < 1 - escape;
  }
}
