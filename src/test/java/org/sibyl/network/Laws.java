package org.sibyl.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;

/** What the tests of this package share: streams, structure, and comparing frequencies to a law. */
final class Laws {
  private Laws() {}

  static UniformRandomProvider stream(long seed) {
    return Randomness.of(seed).at(Draw.NETWORK, 0);
  }

  /**
   * Asserts what every network must be: rows ascending, no self-loop, symmetric, counts that fit.
   */
  static void assertSimple(Network network) {
    boolean[][] sees = new boolean[network.size()][network.size()];
    int ends = 0;
    int largest = 0;
    for (int i = 0; i < network.size(); i++) {
      List<Integer> row = row(network, i);
      assertThat(row).isSorted().doesNotHaveDuplicates().doesNotContain(i);
      for (int j : row) {
        sees[i][j] = true;
      }
      ends += row.size();
      largest = StrictMath.max(largest, row.size());
    }
    for (int i = 0; i < network.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (sees[i][j] != sees[j][i]) {
          throw new AssertionError(i + " and " + j + " do not see each other equally");
        }
      }
    }
    assertThat(ends).isEqualTo(2 * network.edgeCount());
    assertThat(network.maximumDegree()).isEqualTo(largest);
  }

  static List<Integer> row(Network network, int i) {
    List<Integer> row = new ArrayList<>();
    for (int k = 0; k < network.degree(i); k++) {
      row.add(network.neighbor(i, k));
    }
    return row;
  }

  static int triangles(Network network) {
    int count = 0;
    for (int[] edge : network.edges()) {
      for (int third : row(network, edge[1])) {
        if (third > edge[1] && row(network, edge[0]).contains(third)) {
          count++;
        }
      }
    }
    return count;
  }

  /** How many can be reached from individual 0, itself among them. */
  static int reached(Network network) {
    Set<Integer> seen = new LinkedHashSet<>(List.of(0));
    for (List<Integer> fresh = List.of(0); !fresh.isEmpty(); ) {
      List<Integer> next = new ArrayList<>();
      fresh.forEach(i -> row(network, i).stream().filter(seen::add).forEach(next::add));
      fresh = next;
    }
    return seen.size();
  }

  /**
   * Asserts that the frequencies of a generator's networks fit an exact law: none outside its
   * support, and each within Bernstein's bound. With L = ln(2 K / 1e-9) for K networks, each
   * frequency leaves sqrt(2 p (1-p) L / n) + 2 L / (3 n) with probability at most 1e-9 / K, so a
   * right generator fails with probability at most 1e-9.
   */
  static void assertLaw(
      Map<Network, Double> law, Function<UniformRandomProvider, Network> generator, long seed) {
    int draws = 100_000;
    Map<Network, Integer> seen = new HashMap<>();
    UniformRandomProvider random = stream(seed);
    for (int n = 0; n < draws; n++) {
      seen.merge(generator.apply(random), 1, Integer::sum);
    }
    assertThat(law.keySet()).containsAll(seen.keySet());
    assertThat(law.values().stream().mapToDouble(p -> p).sum()).isBetween(1 - 1e-12, 1 + 1e-12);
    double log = StrictMath.log(2 * law.size() / 1e-9);
    law.forEach(
        (network, p) -> {
          double allowed = StrictMath.sqrt(2 * p * (1 - p) * log / draws) + 2 * log / (3 * draws);
          double share = seen.getOrDefault(network, 0) / (double) draws;
          assertThat(share).as("%s", row(network, 0)).isBetween(p - allowed, p + allowed);
        });
  }
}
