package org.sibyl.behavior;

import org.sibyl.numeric.Column;
import org.sibyl.population.Population;

/**
 * What of a round's response and outcome the individuals carry into the next: stateless or
 * stateful.
 */
@FunctionalInterface
public interface Carryover {
  /**
   * The next round's population, from the one whose trust has just been revised.
   *
   * @param situation what individuals found
   * @param response what they did
   * @param labels what came of it, as everyone can see: a loan repaid, an infection caught
   * @param afterTrust the population with revised trust
   */
  Population next(Situation situation, Response response, Column labels, Population afterTrust);
}
