package org.sibyl.scenario.sweep;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * The radial design for first-order and total sensitivity indices (Saltelli et al. 2010, section
 * 3). Matrices A and B are the left and right halves of a scrambled Sobol sequence of twice as many
 * dimensions as paths. With k paths, points i(k+2) to i(k+2)+k+1 belong to row i: A, B, then for
 * each path in turn A with that path's column from B.
 *
 * @param base rows of A; best a power of two
 */
@About(
    value = "matrices A, B, and A with one column of B each, for first-order and total indices",
    source = "Saltelli et al. 2010, section 3",
    draws = Draw.DESIGN)
public record SobolIndices(
    @Parameter(
            value = "rows of A, best a power of two; there are paths + 2 times as many points",
            range = "[1, 1000000]")
        int base)
    implements Design {
  private static final Range BASE = Range.parse("[1, 1000000]");

  public SobolIndices {
    Check.within("base", base, BASE);
  }

  @Override
  public Points points(List<Levels> levels, UniformRandomProvider random) {
    int paths = Paths.some(levels).size();
    int block = paths + 2;
    long size = Paths.notTooMany(Stream.of((long) base, (long) block));
    ScrambledSobol rows = new ScrambledSobol(2 * paths, random);
    return new PositionedPoints(
        levels,
        size,
        (point, path) -> {
          long matrix = point % block;
          boolean fromB = matrix == 1 || matrix == path + 2;
          return rows.at(point / block, fromB ? paths + path : path);
        });
  }

  @Override
  public boolean drawsPositions() {
    return true;
  }
}
