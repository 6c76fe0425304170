package org.sibyl.behavior.screening;

import org.sibyl.behavior.Situation;
import org.sibyl.behavior.strategic.FeatureResponse;
import org.sibyl.behavior.strategic.Mover;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;

/**
 * Nobody moves back: of the score shown last round and the one to which another response leads from
 * the base, the lower one is shown. It takes a carryover that keeps features. Where lambda only
 * falls, scores then only fall, too.
 *
 * <p>It is a response and not a carryover, because what people show is decided when they respond.
 *
 * @param of where people would go, from base features
 */
@About("another response, but nobody's score ever rises again")
public record Ratchet(
    @Parameter(
            value = "where people would go, from base features",
            byDefault = "{type: within-reach}")
        FeatureResponse of)
    implements FeatureResponse {
  @Override
  public Mover mover(Situation situation) {
    Mover inner = of.moverFromBase(situation);
    return (individual, x) -> {
      double last = x[0];
      inner.move(individual, x);
      x[0] = Math.min(last, x[0]);
    };
  }
}
