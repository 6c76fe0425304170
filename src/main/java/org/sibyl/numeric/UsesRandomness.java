package org.sibyl.numeric;

import java.util.List;

/** A component that draws only under some of its parameters; others say it by {@link About}. */
@FunctionalInterface
public interface UsesRandomness {
  /** The uses of randomness with these parameters. */
  List<Draw> draws();
}
