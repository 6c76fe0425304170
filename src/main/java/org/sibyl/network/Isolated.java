package org.sibyl.network;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;

/** Nobody sees anybody: people who answer to the Predictor alone; size at least 1. */
@About("nobody sees anybody; everyone answers to the Predictor alone")
public record Isolated() implements NetworkGenerator {
  @Override
  public Network generate(int size, UniformRandomProvider random) {
    Limits.atLeast(size, 1, "a network of isolated people");
    return new EdgeBuffer(1).network(size);
  }
}
