package org.sibyl.network;

import org.apache.commons.rng.UniformRandomProvider;
import org.jgrapht.generate.LinearGraphGenerator;
import org.sibyl.numeric.About;

/** An open chain: individual i sees i-1 and i+1 where they exist; size at least 1. */
@About("path: a chain with two ends")
public record PathNetwork() implements NetworkGenerator {
  @Override
  public Network generate(int size, UniformRandomProvider random) {
    Limits.atLeast(size, 1, "a path");
    return Limits.comfortable(size)
        ? GraphLibrary.network(new LinearGraphGenerator<>(size))
        : direct(size);
  }

  static Network direct(int size) {
    EdgeBuffer edges = new EdgeBuffer(size);
    for (int i = 1; i < size; i++) {
      edges.add(i - 1, i);
    }
    return edges.network(size);
  }
}
