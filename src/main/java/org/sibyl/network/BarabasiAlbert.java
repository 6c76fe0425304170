package org.sibyl.network;

import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.jgrapht.generate.BarabasiAlbertGraphGenerator;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;

/**
 * Growth with preferential attachment (Barabási and Albert, Emergence of scaling in random
 * networks, Science 286, 1999): newcomers enter one by one, and each joins m different individuals,
 * drawn in proportion to their degrees one after another, a repeated one being drawn again. The
 * first m+1 individuals are the {@link Start}. The size must exceed m; a network of size m+1 is the
 * start.
 *
 * <p>Time and memory grow with size times m: 1e6 individuals with m = 2 take a fraction of a
 * second.
 *
 * @param edgesPerNode m, the edges of each newcomer, at least 1
 * @param start the network among the first m+1
 */
@About(
    value = "scale-free network: newcomers join the well connected (Barabasi-Albert)",
    source = "Barabasi and Albert 1999, Science 286",
    draws = Draw.NETWORK)
public record BarabasiAlbert(
    @Parameter(value = "edges of each newcomer", range = "[1, inf)", byDefault = "2")
        int edgesPerNode,
    @Parameter(value = "network of the first edges-per-node + 1", byDefault = "star") Start start)
    implements NetworkGenerator {

  /** The network among the first m+1 individuals. */
  public enum Start {
    /**
     * Individual 0 sees the m others: m edges. The start of networkx and of the published figures.
     */
    STAR,
    /** All see each other: m(m+1)/2 edges. The start of JGraphT. */
    COMPLETE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public BarabasiAlbert {
    Check.atLeast("edges-per-node", edgesPerNode, 1);
  }

  @Override
  public Network generate(int size, UniformRandomProvider random) {
    Limits.above(size, "edges-per-node", edgesPerNode);
    Limits.edges(size, (double) size * edgesPerNode, Limits.EDGES);
    return start == Start.COMPLETE && Limits.comfortable((long) size * edgesPerNode)
        ? library(size, random)
        : direct(size, random);
  }

  Network library(int size, UniformRandomProvider random) {
    return GraphLibrary.network(
        new BarabasiAlbertGraphGenerator<>(
            edgesPerNode + 1, edgesPerNode, size, new StreamRandom(random)));
  }

  /** Draws from a list that holds everyone as often as they have edges. */
  Network direct(int size, UniformRandomProvider random) {
    int first = edgesPerNode + 1;
    int startEdges = start == Start.STAR ? edgesPerNode : first * edgesPerNode / 2;
    int edges = startEdges + (size - first) * edgesPerNode;
    int[] endpoints = new int[2 * edges];
    EdgeBuffer made = new EdgeBuffer(edges);
    int filled = begin(made, endpoints);
    int[] chosenBy = new int[size];
    for (int newcomer = first; newcomer < size; newcomer++) {
      int before = filled;
      while (filled < before + 2 * edgesPerNode) {
        int chosen = endpoints[random.nextInt(before)];
        if (chosenBy[chosen] != newcomer) {
          chosenBy[chosen] = newcomer;
          made.add(newcomer, chosen);
          endpoints[filled++] = newcomer;
          endpoints[filled++] = chosen;
        }
      }
    }
    return made.network(size);
  }

  // The complete start is listed in JGraphT's order: m times 0..m. So both give the same network.
  private int begin(EdgeBuffer made, int[] endpoints) {
    int filled = 0;
    for (int copy = 0; copy < edgesPerNode; copy++) {
      if (start == Start.STAR) {
        made.add(0, copy + 1);
        endpoints[filled++] = 0;
        endpoints[filled++] = copy + 1;
        continue;
      }
      for (int i = 0; i <= edgesPerNode; i++) {
        endpoints[filled++] = i;
        if (i > copy) {
          made.add(copy, i);
        }
      }
    }
    return filled;
  }
}
