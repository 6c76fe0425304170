package org.sibyl.experiment.sweep;

import java.util.Optional;

/** An engine that not every build of the program has, found as a service. */
public interface EngineProvider {
  /** What {@code --engine} calls it. */
  String name();

  /**
   * Starts the engine.
   *
   * @param master the cluster's address, where one is given
   * @throws IllegalArgumentException when it cannot be started as the command line asks
   * @throws EngineException when the cluster cannot be reached
   */
  Engine open(Optional<String> master);
}
