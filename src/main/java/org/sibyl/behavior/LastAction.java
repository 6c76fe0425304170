package org.sibyl.behavior;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;

/** The action just taken is remembered and becomes the one public feature. */
@About(
    value = "the action just taken becomes the public feature that the Predictor sees next",
    source = "Góis et al. 2025, section 4")
public record LastAction() implements Carryover {
  @Override
  public Population next(
      Situation situation, Response response, Column labels, Population afterTrust) {
    return afterTrust
        .with(Attribute.ACTION, response.actions())
        .withFeatures(response.actions().asMatrix());
  }
}
