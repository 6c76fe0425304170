package org.sibyl.network;

import org.apache.commons.rng.UniformRandomProvider;
import org.jgrapht.generate.StarGraphGenerator;
import org.sibyl.numeric.About;

/** Individual 0 sees all others, and they see only individual 0; size at least 1. */
@About("star: individual 0 sees everyone, everyone else sees only individual 0")
public record Star() implements NetworkGenerator {
  @Override
  public Network generate(int size, UniformRandomProvider random) {
    Limits.atLeast(size, 1, "a star");
    return Limits.comfortable(size)
        ? GraphLibrary.network(new StarGraphGenerator<>(size))
        : direct(size);
  }

  static Network direct(int size) {
    EdgeBuffer edges = new EdgeBuffer(size);
    for (int leaf = 1; leaf < size; leaf++) {
      edges.add(0, leaf);
    }
    return edges.network(size);
  }
}
