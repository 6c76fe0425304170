package org.sibyl.scenario.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;

/**
 * Points from a CSV file: a header of paths, then one line for each point. A field that is empty
 * leaves its path as the scenario has it. The file is read, in UTF-8, at every call.
 *
 * @param file the CSV file
 */
@About("points from a CSV file: a header of paths, then one line for each point")
public record PointFile(@Parameter("CSV file of points, relative to the scenario") Path file)
    implements Design {
  @Override
  public Points points(List<Levels> levels, UniformRandomProvider random) {
    if (!levels.isEmpty()) {
      throw new IllegalArgumentException(
          "design: a file names the paths itself. Leave vary out, or choose another design.");
    }
    List<List<String>> rows = new PointFileReader(file).rows();
    return new Lines(rows.subList(1, rows.size()));
  }

  @Override
  public List<String> ownPaths() {
    return new PointFileReader(file).rows().get(0);
  }

  private record Lines(List<List<String>> rows) implements Points {
    @Override
    public long size() {
      return rows.size();
    }

    @Override
    public Optional<String> value(long point, int path) {
      return Optional.of(rows.get(StrictMath.toIntExact(point)).get(path))
          .filter(value -> !value.isEmpty());
    }
  }
}
