package org.sibyl.network;

import org.apache.commons.rng.UniformRandomProvider;
import org.jgrapht.generate.RingGraphGenerator;
import org.sibyl.numeric.About;

/** A closed chain: individual i sees i-1 and i+1, and the last sees the first; size at least 3. */
@About("ring: everyone sees the one before and the one after")
public record Ring() implements NetworkGenerator {
  @Override
  public Network generate(int size, UniformRandomProvider random) {
    Limits.atLeast(size, 3, "a ring");
    return Limits.comfortable(size)
        ? GraphLibrary.network(new RingGraphGenerator<>(size))
        : direct(size);
  }

  static Network direct(int size) {
    EdgeBuffer edges = new EdgeBuffer(size);
    for (int i = 0; i < size; i++) {
      edges.add(i, (i + 1) % size);
    }
    return edges.network(size);
  }
}
