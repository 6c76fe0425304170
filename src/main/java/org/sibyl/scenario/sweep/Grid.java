package org.sibyl.scenario.sweep;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;

/** Every value with every other: the last path changes fastest. */
@About("every value with every other")
public record Grid() implements Design {
  @Override
  public Points points(List<Levels> levels, UniformRandomProvider random) {
    List<List<String>> values = new ArrayList<>();
    long cells = 1;
    for (Levels level : levels) {
      if (level.values().isEmpty()) {
        throw new IllegalArgumentException(
            "design: a grid needs single values: write a step (0.1..0.9/0.1) or a number of values"
                + " (lin(0.1,0.9,9)), or choose a design that draws from intervals.");
      }
      values.add(level.values());
      cells = StrictMath.multiplyExact(cells, (long) level.values().size());
    }
    long size = cells;
    return new Points() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public String value(long point, int path) {
        long rest = point;
        for (int later = values.size() - 1; later > path; later--) {
          rest /= values.get(later).size();
        }
        return values.get(path).get((int) (rest % values.get(path).size()));
      }
    };
  }
}
