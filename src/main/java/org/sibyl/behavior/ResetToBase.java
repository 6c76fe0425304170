package org.sibyl.behavior;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.population.Population;

/** Everybody returns to base features: the stateless setting. */
@About(
    value = "everybody returns to base features; nothing of the response remains",
    source = "Perdomo et al. 2020, section 2")
public record ResetToBase() implements Carryover {
  @Override
  public Population next(
      Situation situation, Response response, Column labels, Population afterTrust) {
    return afterTrust.withFeatures(afterTrust.baseFeatures());
  }
}
