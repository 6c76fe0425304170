package org.sibyl.simulation;

/** Is told of every finished round; it can look at everything and change nothing. */
@FunctionalInterface
public interface RoundObserver {
  /** Called once a round, after everything else. */
  void observe(Round round);
}
