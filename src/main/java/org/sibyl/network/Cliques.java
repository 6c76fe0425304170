package org.sibyl.network;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * Disjoint groups of consecutive individuals, such as classes of a school: everyone sees everyone
 * in its group and nobody else. The last group has those who are left. At most 100 million edges.
 *
 * @param members of a group, at least 1
 */
@About("disjoint groups of consecutive individuals, each of whom sees all of its group")
public record Cliques(
    @Parameter(value = "how many make a group", unit = "individuals", range = "[1, inf)")
        int members)
    implements NetworkGenerator {
  public Cliques {
    Check.atLeast("members", members, 1);
  }

  @Override
  public Network generate(int size, UniformRandomProvider random) {
    Limits.edges(size, size * (members - 1) / 2.0, Limits.EDGES);
    EdgeBuffer edges = new EdgeBuffer(0);
    for (int i = 0; i < size; i++) {
      int end = StrictMath.min(size, (i / members + 1) * members);
      for (int j = i + 1; j < end; j++) {
        edges.add(i, j);
      }
    }
    return edges.network(size);
  }
}
