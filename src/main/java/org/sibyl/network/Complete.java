package org.sibyl.network;

import org.apache.commons.rng.UniformRandomProvider;
import org.jgrapht.generate.CompleteGraphGenerator;
import org.sibyl.numeric.About;

/**
 * Everyone sees everyone; size(size-1)/2 edges, which must not exceed 100 million (size 14 142).
 */
@About("complete network: everyone sees everyone")
public record Complete() implements NetworkGenerator {
  @Override
  public Network generate(int size, UniformRandomProvider random) {
    Limits.atLeast(size, 1, "a complete network");
    long edges = size * (size - 1L) / 2;
    Limits.edges(size, (double) edges, Limits.EDGES);
    return Limits.comfortable(edges)
        ? GraphLibrary.network(new CompleteGraphGenerator<>(size))
        : direct(size);
  }

  static Network direct(int size) {
    EdgeBuffer edges = new EdgeBuffer((int) (size * (size - 1L) / 2));
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        edges.add(i, j);
      }
    }
    return edges.network(size);
  }
}
