package org.sibyl.behavior;

import org.sibyl.population.Population;

/** What of a round's response the individuals carry into the next: stateless or stateful. */
@FunctionalInterface
public interface Carryover {
  /** The next round's population, from the one whose trust has just been revised. */
  Population next(Situation situation, Response response, Population afterTrust);
}
