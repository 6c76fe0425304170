package org.sibyl.behavior;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.population.Population;

/** Everybody keeps the features they showed: the stateful setting. */
@About(
    value = "everybody keeps the features they showed",
    source = "Brown, Hod, Kalemaj 2022, section 2")
public record Keep() implements Carryover {
  @Override
  public Population next(
      Situation situation, Response response, Column labels, Population afterTrust) {
    return afterTrust.withFeatures(response.features());
  }
}
