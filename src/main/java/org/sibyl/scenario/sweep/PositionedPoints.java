package org.sibyl.scenario.sweep;

import java.util.List;
import java.util.Optional;

/** Points of the unit cube, whose values are the levels at these positions. */
final class PositionedPoints implements Points {
  /** Where a point lies on the axis of a path, in [0, 1]. */
  @FunctionalInterface
  interface Positions {
    double at(long point, int path);
  }

  private final List<Levels> levels;
  private final long size;
  private final Positions positions;

  PositionedPoints(List<Levels> levels, long size, Positions positions) {
    this.levels = levels;
    this.size = size;
    this.positions = positions;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Optional<String> value(long point, int path) {
    return Optional.of(levels.get(path).at(position(point, path)));
  }

  @Override
  public double position(long point, int path) {
    return positions.at(point, path);
  }
}
