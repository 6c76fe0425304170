package org.sibyl.behavior;

import java.util.Optional;
import org.sibyl.prediction.ShiftGradient;

/**
 * A response or an outcome that is differentiable in the deployed parameters once the situation is
 * known: its derivative needs private state or draws that a cohort does not show.
 */
@FunctionalInterface
public interface Shifting {
  /** The derivative in this situation, noise held fixed; empty where there is none. */
  Optional<ShiftGradient> shiftGradient(Situation situation);

  /** The derivative of a response or an outcome, whichever way it states it; empty if none. */
  static Optional<ShiftGradient> of(Object part, Situation situation) {
    if (part instanceof Shifting shifting) {
      return shifting.shiftGradient(situation);
    }
    return part instanceof ShiftGradient gradient ? Optional.of(gradient) : Optional.empty();
  }
}
