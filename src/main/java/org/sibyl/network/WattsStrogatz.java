package org.sibyl.network;

import org.apache.commons.rng.UniformRandomProvider;
import org.jgrapht.generate.WattsStrogatzGraphGenerator;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;

/**
 * A small world (Watts and Strogatz, Collective dynamics of small-world networks, Nature 393,
 * 1998): a ring in which everyone sees the nearest k, of which each edge is then moved with a
 * probability to another individual drawn from all. JGraphT's variant: an edge that would then join
 * an individual to itself, or repeat an edge, stays where it is. Always size * k / 2 edges; the
 * size must exceed k, and 5 million edges are the most.
 *
 * @param neighbors k, the neighbors in the ring, even and at least 2
 * @param rewiring probability that an edge is moved
 */
@About(
    value = "small world: a ring of nearest neighbors with some edges moved (Watts-Strogatz)",
    source = "Watts and Strogatz 1998, Nature 393",
    draws = Draw.NETWORK)
public record WattsStrogatz(
    @Parameter(value = "neighbors in the ring, an even number", range = "[2, inf)") int neighbors,
    @Parameter(value = "probability that an edge is moved", range = "[0, 1]") double rewiring)
    implements NetworkGenerator {
  public WattsStrogatz {
    Check.atLeast("neighbors", neighbors, 2);
    if (neighbors % 2 != 0) {
      throw Check.invalid("neighbors", Integer.toString(neighbors), "must be even");
    }
    Check.probability("rewiring", rewiring);
  }

  @Override
  public Network generate(int size, UniformRandomProvider random) {
    Limits.above(size, "neighbors", neighbors);
    Limits.edges(size, size * (neighbors / 2.0), Limits.LIBRARY_EDGES);
    return GraphLibrary.network(
        new WattsStrogatzGraphGenerator<>(
            size, neighbors, rewiring, false, new StreamRandom(random)));
  }
}
