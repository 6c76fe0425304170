package org.sibyl.numeric;

import java.util.Optional;

/** Parameters that are valid but may not mean what their author hopes. */
@FunctionalInterface
public interface WithWarning {
  /** The warning, in a sentence; empty when there is nothing to say. */
  Optional<String> warning();
}
