package org.sibyl.scenario.sweep;

import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;

/** The first values of all paths together, then the second ones, and so on. */
@About("the first value of every path together, then the second ones, and so on")
public record SideBySide() implements Design {
  @Override
  public Points points(List<Levels> levels, UniformRandomProvider random) {
    List<Levels> columns = Paths.withSingleValues(levels, "a list");
    List<Long> counts = columns.stream().map(Levels::count).toList();
    if (counts.stream().distinct().count() > 1) {
      throw new IllegalArgumentException(
          "design: a list needs as many values for each path, but there are "
              + String.join(", ", counts.stream().map(String::valueOf).toList())
              + ". Give each path the same number of values, or choose a grid.");
    }
    return new Rows(columns, Paths.notTooMany(counts.stream().limit(1)));
  }

  private record Rows(List<Levels> columns, long size) implements Points {
    @Override
    public Optional<String> value(long point, int path) {
      return Optional.of(columns.get(path).value(point));
    }
  }
}
