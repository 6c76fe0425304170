package org.sibyl.network;

import org.apache.commons.rng.UniformRandomProvider;
import org.jgrapht.generate.GnpRandomGraphGenerator;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;

/**
 * Each pair sees each other with the same probability, independently: G(n, p) (Gilbert, Random
 * graphs, Annals of Mathematical Statistics 30, 1959). Up to 500 individuals JGraphT asks every
 * pair; above, the pairs without an edge are skipped by geometric jumps, which has the same law and
 * takes time in proportion to individuals and edges (Batagelj and Brandes, Efficient generation of
 * large random networks, Physical Review E 71, 036113, 2005). Size at least 1; 100 million expected
 * edges are the most.
 *
 * @param probability probability of each edge
 */
@About(
    value = "random network: each pair with the same probability (Erdos-Renyi, Gilbert)",
    source = "Gilbert 1959; Batagelj and Brandes 2005",
    draws = Draw.NETWORK)
public record ErdosRenyi(
    @Parameter(value = "probability of each edge", range = "[0, 1]") double probability)
    implements NetworkGenerator {
  private static final int EVERY_PAIR_ASKED = 500;

  public ErdosRenyi {
    Check.probability("probability", probability);
  }

  @Override
  public Network generate(int size, UniformRandomProvider random) {
    Limits.atLeast(size, 1, "a random network");
    Limits.edges(size, probability * pairs(size), Limits.EDGES);
    return size <= EVERY_PAIR_ASKED ? library(size, random) : direct(size, random);
  }

  Network library(int size, UniformRandomProvider random) {
    return GraphLibrary.network(
        new GnpRandomGraphGenerator<>(size, probability, new StreamRandom(random), false));
  }

  /**
   * Jumps over the pairs (1,0), (2,0), (2,1), (3,0), ... A jump leaves out k pairs with probability
   * (1-p)^k p, exact up to the 53 bits of a uniform number.
   */
  Network direct(int size, UniformRandomProvider random) {
    EdgeBuffer edges = new EdgeBuffer((int) (probability * pairs(size)));
    double logMiss = StrictMath.log1p(-probability); // -inf for probability 1: every jump is 0
    long all = pairs(size);
    long pair = probability > 0 ? jump(random, logMiss, all) : all;
    long rowStart = 0;
    int row = 1;
    while (pair < all) {
      while (pair >= rowStart + row) {
        rowStart += row;
        row++;
      }
      edges.add((int) (pair - rowStart), row);
      pair += 1 + jump(random, logMiss, all);
    }
    return edges.network(size);
  }

  private static long jump(UniformRandomProvider random, double logMiss, long most) {
    double missed = StrictMath.log1p(-random.nextDouble()) / logMiss;
    return (long) StrictMath.min(missed, (double) most);
  }

  private static long pairs(int size) {
    return size * (size - 1L) / 2;
  }
}
