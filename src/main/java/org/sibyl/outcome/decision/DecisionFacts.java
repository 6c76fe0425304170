package org.sibyl.outcome.decision;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.outcome.Outcomes;
import org.sibyl.population.Attribute;

/**
 * What Nature records of everyone's chances: the probability of outcome 1 under the decision as
 * taken up, and under every decision there is. By them metrics know without sampling error what a
 * rule costs on the people of the round.
 */
public final class DecisionFacts {
  /** The probability of outcome 1 under the decision as taken up. */
  public static final Attribute PROBABILITY = new Attribute("probability", 0, 1);

  private DecisionFacts() {}

  /** The probability of outcome 1, had this been decided about this person alone. */
  public static Attribute under(int decision) {
    return new Attribute("probability-" + decision, 0, 1);
  }

  /** Everybody's chances under every decision. */
  @FunctionalInterface
  interface Chances {
    /** Overwrites the probabilities of one person. */
    void of(int individual, double[] into);
  }

  /**
   * Draws outcomes, one uniform number for each individual in turn, whatever was decided.
   *
   * @throws IllegalArgumentException for a chance outside [0, 1], or an action that is no decision
   */
  static Outcomes drawn(Situation situation, Response response, int decisions, Chances chances) {
    int size = situation.population().size();
    double[][] under = new double[decisions][size];
    double[] taken = new double[size];
    double[] labels = new double[size];
    double[] law = new double[decisions];
    UniformRandomProvider random = situation.randomness().at(Draw.NATURE, situation.round());
    for (int i = 0; i < size; i++) {
      chances.of(i, law);
      for (int decision = 0; decision < decisions; decision++) {
        under[decision][i] = chance(i, decision, law[decision]);
      }
      taken[i] = law[decision(response.actions(), i, decisions)];
      labels[i] = random.nextDouble() < taken[i] ? 1 : 0;
    }
    Map<Attribute, Column> facts = new LinkedHashMap<>();
    facts.put(PROBABILITY, Column.owning(taken));
    for (int decision = 0; decision < decisions; decision++) {
      facts.put(under(decision), Column.owning(under[decision]));
    }
    return new Outcomes(Column.owning(labels), Column.constant(size, 0), facts);
  }

  private static double chance(int individual, int decision, double probability) {
    return Check.probability(
        "outcome: probability of individual " + individual + " under decision " + decision,
        probability);
  }

  /** What was taken up: the action of a person. */
  static int decision(Column actions, int individual, int decisions) {
    double action = actions.get(individual);
    if (!(action >= 0 && action < decisions && action == StrictMath.rint(action))) {
      throw Check.invalid(
          "outcome: action of individual " + individual,
          Double.toString(action),
          "must be one of the "
              + decisions
              + " decisions, counted from 0. Choose behavior: {type: take-up}");
    }
    return (int) action;
  }
}
