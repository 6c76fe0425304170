package org.sibyl.scenario.sweep;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;

/**
 * The first points of a Sobol sequence under a random digital shift; most even when their number is
 * a power of two.
 *
 * @param cells how many
 */
@About(
    value = "points of a Sobol sequence under a random digital shift; best a power of two",
    source = "Sobol 1967; Joe and Kuo 2008; Owen 1998",
    draws = Draw.DESIGN)
public record SobolSequence(
    @Parameter(value = "how many points", unit = "points", range = "[1, 10000000]") int cells)
    implements Design {
  public SobolSequence {
    Check.within("cells", cells, RandomPoints.CELLS);
  }

  @Override
  public Points points(List<Levels> levels, UniformRandomProvider random) {
    ScrambledSobol sequence = new ScrambledSobol(Paths.some(levels).size(), random);
    return new PositionedPoints(levels, cells, sequence::at);
  }

  @Override
  public boolean drawsPositions() {
    return true;
  }
}
