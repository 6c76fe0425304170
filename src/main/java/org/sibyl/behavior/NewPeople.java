package org.sibyl.behavior;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.population.Population;
import org.sibyl.population.PopulationDesign;

/**
 * Other people come in every round, drawn anew from where the first came from: a fresh sample of
 * the distribution map each time (Mendler-Dünner et al. 2020, section 2). They are strangers: they
 * have the initial trust and belief of the design and have not acted. A table that is asked for as
 * many people as it holds gives them all, so that only trust begins anew.
 *
 * @param population where people come from, with features
 */
@About(
    value = "other people come in every round, with initial trust and belief",
    source = "Mendler-Dünner et al. 2020, section 2",
    draws = Draw.FEATURES)
public record NewPeople(PopulationDesign population) implements Carryover {
  public NewPeople {
    if (population.features().isEmpty()) {
      throw Check.invalid(
          "carryover", "new-people", "needs people to draw. State population.features");
    }
  }

  /** The first people are those of round 0, so who comes after round r is drawn as round r. */
  @Override
  public Population next(
      Situation situation, Response response, Column labels, Population afterTrust) {
    return population.build(
        afterTrust.size(), situation.randomness().at(Draw.FEATURES, situation.round()));
  }
}
