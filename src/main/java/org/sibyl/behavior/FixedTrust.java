package org.sibyl.behavior;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.population.Population;

/** Trust that never changes. */
@About(value = "trust never changes", source = "Góis et al. 2025, section 3")
public record FixedTrust() implements TrustRule {
  @Override
  public Population update(Situation situation, Response response, Column labels) {
    return situation.population();
  }
}
