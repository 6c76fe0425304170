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
   * @throws IllegalArgumentException when the design cannot be made of these levels; its message
   *     begins with "design: "
   */
  Points points(List<Levels> levels, UniformRandomProvider random);

  /** The paths that the design names itself; empty where the sweep names them, as mostly. */
  default List<String> ownPaths() {
    return List.of();
  }

  /** Whether its points have positions in the unit cube, and take values by {@link Levels#at}. */
  default boolean drawsPositions() {
    return false;
  }
}
