package org.sibyl.outcome;

import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;

/** Draws what comes of everyone's response: y ~ p*(x, y-hat). */
@FunctionalInterface
public interface Nature {
  /** The outcomes of a round. Noise comes from {@link org.sibyl.numeric.Draw#NATURE} only. */
  Outcomes realize(Situation situation, Response response);
}
