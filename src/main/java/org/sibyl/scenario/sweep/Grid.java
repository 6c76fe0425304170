package org.sibyl.scenario.sweep;

import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;

/** Every value with every other: the last path changes fastest. */
@About("every value of each path with every other")
public record Grid() implements Design {
  @Override
  public Points points(List<Levels> levels, UniformRandomProvider random) {
    return new Cells(Paths.withSingleValues(levels, "a grid"));
  }

  private record Cells(List<Levels> levels, long size) implements Points {
    Cells(List<Levels> levels) {
      this(levels, Paths.notTooMany(levels.stream().map(Levels::count)));
    }

    @Override
    public Optional<String> value(long point, int path) {
      long rest = point;
      for (int later = levels.size() - 1; later > path; later--) {
        rest /= levels.get(later).count();
      }
      Levels own = levels.get(path);
      return Optional.of(own.value(rest % own.count()));
    }
  }
}
