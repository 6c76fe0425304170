package org.sibyl.scenario.sweep;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;

/** First the scenario as it is, then each value of each path with all else as it is. */
@About("the scenario as it is, then each value of each path with all else as it is")
public record OneAtATime() implements Design {
  @Override
  public Points points(List<Levels> levels, UniformRandomProvider random) {
    List<Levels> alone = Paths.withSingleValues(levels, "one-at-a-time");
    long[] ends = new long[alone.size()];
    long end = 1;
    for (int path = 0; path < ends.length; path++) {
      // counts are below 2^61, so a sum that is checked at each step cannot overflow
      end = Paths.notTooMany(Stream.of(end + alone.get(path).count()));
      ends[path] = end;
    }
    return new Changes(alone, ends);
  }

  /** Points are the base, then those below {@code ends[0]}, then those below {@code ends[1]}. */
  private static final class Changes implements Points {
    private final List<Levels> levels;
    private final long[] ends;

    Changes(List<Levels> levels, long[] ends) {
      this.levels = levels;
      this.ends = ends;
    }

    @Override
    public long size() {
      return ends[ends.length - 1];
    }

    @Override
    public Optional<String> value(long point, int path) {
      long first = path == 0 ? 1 : ends[path - 1];
      return first <= point && point < ends[path]
          ? Optional.of(levels.get(path).value(point - first))
          : Optional.empty();
    }
  }
}
