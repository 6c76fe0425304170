package org.sibyl.scenario.sweep;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;

/**
 * Points that meet each of as many equal strata of every path once, at a uniform place in it: a
 * Latin hypercube sample (McKay, Beckman and Conover 1979, section 2.3). It keeps four bytes for
 * each point and path.
 *
 * @param cells how many
 */
@About(
    value = "points that meet each of as many equal strata of every path once",
    source = "McKay, Beckman and Conover 1979, section 2.3",
    draws = Draw.DESIGN)
public record LatinHypercube(
    @Parameter(value = "how many points", unit = "points", range = "[1, 10000000]") int cells)
    implements Design {
  public LatinHypercube {
    Check.within("cells", cells, RandomPoints.CELLS);
  }

  @Override
  public Points points(List<Levels> levels, UniformRandomProvider random) {
    int paths = Paths.some(levels).size();
    int[][] strata = new int[paths][];
    for (int path = 0; path < paths; path++) {
      strata[path] = PermutationSampler.natural(cells);
      PermutationSampler.shuffle(random, strata[path]);
    }
    AddressedStreams streams = new AddressedStreams(random);
    return new PositionedPoints(
        levels,
        cells,
        (point, path) -> {
          double within = streams.at(point * paths + path).nextDouble();
          return (strata[path][StrictMath.toIntExact(point)] + within) / cells;
        });
  }

  @Override
  public boolean drawsPositions() {
    return true;
  }
}
