package org.sibyl.scenario.sweep;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * Points drawn independently and uniformly.
 *
 * @param cells how many
 */
@About(value = "points drawn independently and uniformly", draws = Draw.DESIGN)
public record RandomPoints(
    @Parameter(value = "how many points", unit = "points", range = "[1, 10000000]") int cells)
    implements Design {
  static final Range CELLS = Range.parse("[1, 10000000]");

  public RandomPoints {
    Check.within("cells", cells, CELLS);
  }

  @Override
  public Points points(List<Levels> levels, UniformRandomProvider random) {
    int paths = Paths.some(levels).size();
    AddressedStreams streams = new AddressedStreams(random);
    return new PositionedPoints(
        levels, cells, (point, path) -> streams.at(point * paths + path).nextDouble());
  }

  @Override
  public boolean drawsPositions() {
    return true;
  }
}
