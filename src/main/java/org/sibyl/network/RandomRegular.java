package org.sibyl.network;

import org.apache.commons.rng.UniformRandomProvider;
import org.jgrapht.generate.RandomRegularGraphGenerator;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;

/**
 * Everyone has the same number of neighbors, otherwise at random: the pairing of Steger and
 * Wormald, Generating random regular graphs quickly, Combinatorics, Probability and Computing 8,
 * 1999. For a degree that is small against the size the law is close to uniform (Kim and Vu 2003).
 * The size must exceed the degree, size times degree must be even, and 5 million edges are the
 * most.
 *
 * @param degree everyone's number of neighbors, at least 0
 */
@About(
    value = "random regular network: everyone has the same number of neighbors",
    source = "Steger and Wormald 1999",
    draws = Draw.NETWORK)
public record RandomRegular(
    @Parameter(value = "everyone's number of neighbors", range = "[0, inf)") int degree)
    implements NetworkGenerator {
  public RandomRegular {
    Check.atLeast("degree", degree, 0);
  }

  @Override
  public Network generate(int size, UniformRandomProvider random) {
    Limits.above(size, "degree", degree);
    Limits.edges(size, size * (degree / 2.0), Limits.LIBRARY_EDGES);
    if ((long) size * degree % 2 != 0) {
      throw Check.invalid(
          "size", Integer.toString(size), "times degree " + degree + " must be even");
    }
    // The pairing starts again whenever it is stuck: for dense networks, practically for ever.
    int missing = size - 1 - degree;
    return degree <= missing
        ? pairing(size, degree, random)
        : complement(pairing(size, missing, random));
  }

  private static Network pairing(int size, int degree, UniformRandomProvider random) {
    return GraphLibrary.network(
        new RandomRegularGraphGenerator<>(size, degree, new StreamRandom(random)));
  }

  private static Network complement(Network network) {
    EdgeBuffer edges = new EdgeBuffer(0);
    for (int i = 0; i < network.size(); i++) {
      int k = 0; // neighbors ascend, so one pass finds who is missing
      for (int j = 0; j < network.size(); j++) {
        if (k < network.degree(i) && network.neighbor(i, k) == j) {
          k++;
        } else if (i < j) {
          edges.add(i, j);
        }
      }
    }
    return edges.network(network.size());
  }
}
