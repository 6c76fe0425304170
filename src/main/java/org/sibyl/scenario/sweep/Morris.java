package org.sibyl.scenario.sweep;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * Trajectories for elementary effects (Morris 1991, section 3). With k paths, points t(k+1) to
 * t(k+1)+k are trajectory t: from each point to the next one path moves by delta = levels / (2
 * (levels - 1)), up or down, and in the end each has moved once, in random order. Positions are
 * multiples of 1 / (levels - 1), from 0 to 1.
 *
 * @param trajectories how many
 * @param levels how many positions a path has; even, so that all are equally likely
 */
@About(
    value = "trajectories along which each path moves once, for elementary effects",
    source = "Morris 1991, section 3",
    draws = Draw.DESIGN)
public record Morris(
    @Parameter(value = "how many trajectories", range = "[1, 1000000]", byDefault = "10")
        int trajectories,
    @Parameter(
            value = "positions of each path, an even number",
            range = "[2, 1000]",
            byDefault = "4")
        int levels)
    implements Design {
  private static final Range TRAJECTORIES = Range.parse("[1, 1000000]");
  private static final Range LEVELS = Range.parse("[2, 1000]");

  public Morris {
    Check.within("trajectories", trajectories, TRAJECTORIES);
    Check.within("levels", levels, LEVELS);
    if (levels % 2 != 0) {
      throw Check.invalid("levels", Integer.toString(levels), "must be even");
    }
  }

  @Override
  public Points points(List<Levels> values, UniformRandomProvider random) {
    int paths = Paths.some(values).size();
    long size = Paths.notTooMany(Stream.of((long) trajectories, paths + 1L));
    AddressedStreams streams = new AddressedStreams(random);
    return new PositionedPoints(
        values,
        size,
        (point, path) -> position(point % (paths + 1), path, paths, streams, point / (paths + 1)));
  }

  /** Where a path is after so many steps of a trajectory; the trajectory is made again. */
  private double position(
      long step, int path, int paths, AddressedStreams streams, long trajectory) {
    UniformRandomProvider random = streams.at(trajectory);
    int[] order = PermutationSampler.natural(paths);
    PermutationSampler.shuffle(random, order);
    int lower = 0;
    boolean rises = false;
    for (int k = 0; k <= path; k++) {
      lower = random.nextInt(levels / 2);
      rises = random.nextBoolean();
    }
    boolean moved = order[path] < step;
    return (lower + (moved == rises ? levels / 2 : 0)) / (levels - 1.0);
  }

  @Override
  public boolean drawsPositions() {
    return true;
  }
}
