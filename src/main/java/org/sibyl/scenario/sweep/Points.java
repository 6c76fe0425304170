package org.sibyl.scenario.sweep;

import java.util.Optional;

/**
 * The points of a design, each with a value for every path. Values are made when asked for, so that
 * many points need little memory; any thread may ask.
 */
public interface Points {
  /** Most points of any design. */
  long MOST = 10_000_000;

  /** How many there are, from 1 to {@link #MOST}. */
  long size();

  /**
   * The value of a path at a point, as YAML; both count from 0. Empty where the point leaves the
   * path as the scenario has it: then nothing is to be set there.
   */
  Optional<String> value(long point, int path);

  /**
   * Where a point lies on the axis of a path, in [0, 1], for the analysis of sensitivities; NaN in
   * designs that choose from lists.
   */
  default double position(long point, int path) {
    return Double.NaN;
  }
}
