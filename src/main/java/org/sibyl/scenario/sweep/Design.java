package org.sibyl.scenario.sweep;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Which combinations of values a sweep tries. */
@FunctionalInterface
public interface Design {
  /**
   * The points of the design.
   *
   * @param levels the values of each varied path, in the order of the sweep
   * @param random a stream of its own; designs without chance leave it alone
   * @throws IllegalArgumentException when the design cannot be made of these levels
   */
  Points points(List<Levels> levels, UniformRandomProvider random);

  /** The points of a design: cells, each a value for every path. */
  interface Points {
    /** How many there are, at least 1. */
    long size();

    /** The value of a path at a point, as YAML; both from 0. */
    String value(long point, int path);
  }
}
