package org.sibyl.behavior.social;

import org.sibyl.behavior.Carryover;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.network.Network;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.population.PopulationDesign;
import org.sibyl.population.source.Outbreak;

/**
 * The course of an infection (Kermack and McKendrick 1927): who was infected this round, label 1,
 * is infectious from the next; who was infectious becomes immune with the probability of recovery,
 * and who was immune susceptible with that of waning. Then everyone's share of infectious neighbors
 * is counted anew, 0 for who has none: what the Predictor sees in a round is how the last one left
 * people. Actions are remembered.
 *
 * @param recovery gamma: probability that an infectious person recovers in a round
 * @param waning probability that an immune person becomes susceptible in a round
 * @param population people of an {@link Outbreak}
 */
@About(
    value = "the infected become infectious, then immune, and susceptible again if immunity wanes",
    source = "Kermack and McKendrick 1927",
    draws = Draw.NATURE)
public record DiseaseStages(
    @Parameter(value = "probability of recovering, each round", range = "[0, 1]") double recovery,
    @Parameter(
            value = "probability of losing immunity, each round",
            range = "[0, 1]",
            byDefault = "0")
        double waning,
    PopulationDesign population)
    implements Carryover {
  public DiseaseStages {
    Check.probability("recovery", recovery);
    Check.probability("waning", waning);
    checked("carryover", "disease-stages", population);
  }

  /** The people of an epidemic; an error that says what is missing, where they are others. */
  public static void checked(String kind, String name, PopulationDesign population) {
    if (population.features().filter(Outbreak.class::isInstance).isEmpty()) {
      throw Check.invalid(
          kind,
          name,
          "needs people in an epidemic. State population.features: {type: outbreak, infectious:"
              + " 0.01}");
    }
  }

  @Override
  public Population next(
      Situation situation, Response response, Column labels, Population afterTrust) {
    Matrix found = situation.population().features();
    int width = found.columns();
    double[] next = found.toArray();
    for (int i = 0; i < found.rows(); i++) {
      if (labels.get(i) == 1) {
        next[i * width + Outbreak.INFECTIOUS] = 1;
      } else if (found.get(i, Outbreak.INFECTIOUS) == 1 && happens(recovery, i, situation)) {
        next[i * width + Outbreak.INFECTIOUS] = 0;
        next[i * width + Outbreak.IMMUNE] = 1;
      } else if (found.get(i, Outbreak.IMMUNE) == 1 && happens(waning, i, situation)) {
        next[i * width + Outbreak.IMMUNE] = 0;
      }
    }
    for (int i = 0; i < found.rows(); i++) {
      next[i * width + Outbreak.AROUND] = around(i, situation.network(), width, next);
    }
    return afterTrust
        .withFeatures(Matrix.of(found.rows(), width, next))
        .with(Attribute.ACTION, response.actions());
  }

  /** The second word of an individual's stream: Nature spent the first on its infection. */
  private static boolean happens(double probability, int individual, Situation situation) {
    var random = situation.randomness().at(Draw.NATURE, situation.round(), individual);
    random.nextLong();
    return random.nextDouble() < probability;
  }

  private static double around(int individual, Network network, int width, double... features) {
    int degree = network.degree(individual);
    double infectious = 0;
    for (int at = 0; at < degree; at++) {
      infectious += features[network.neighbor(individual, at) * width + Outbreak.INFECTIOUS];
    }
    return degree == 0 ? 0 : infectious / degree;
  }
}
