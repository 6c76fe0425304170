package org.sibyl.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Laws of the random generators but Barabási-Albert's. */
class RandomNetworksTest {
  private static Map<Network, Double> independentEdges(int size, double probability) {
    List<int[]> pairs = new Complete().generate(size, Laws.stream(0)).edges();
    Map<Network, Double> law = new HashMap<>();
    for (int subset = 0; subset < 1 << pairs.size(); subset++) {
      List<int[]> edges = new ArrayList<>();
      double chance = 1;
      for (int e = 0; e < pairs.size(); e++) {
        boolean present = (subset >> e & 1) == 1;
        chance *= present ? probability : 1 - probability;
        if (present) {
          edges.add(pairs.get(e));
        }
      }
      law.put(Network.of(size, edges.toArray(int[][]::new)), chance);
    }
    return law;
  }

  @Test
  void everyPairAskedHasTheLawOfIndependentEdges() {
    ErdosRenyi generator = new ErdosRenyi(0.3);
    Laws.assertLaw(independentEdges(4, 0.3), random -> generator.library(4, random), 21);
  }

  @Test
  void jumpsHaveTheLawOfIndependentEdges() {
    ErdosRenyi rare = new ErdosRenyi(0.3);
    Laws.assertLaw(independentEdges(4, 0.3), random -> rare.direct(4, random), 22);
    ErdosRenyi common = new ErdosRenyi(0.8);
    Laws.assertLaw(independentEdges(3, 0.8), random -> common.direct(3, random), 23);
  }

  /**
   * 2e5 individuals, p = 1e-5: edges are binomial with mean 199 999 and deviation 447, those within
   * the first half with mean 50 000 and deviation 224. Bernstein with 6.5 deviations: a false alarm
   * below 2 exp(-20) each.
   */
  @Test
  void aLargeSparseNetworkHasTheEdgesItShould() {
    int size = 200_000;
    Network network = new ErdosRenyi(1e-5).generate(size, Laws.stream(24));
    assertThat(network.edgeCount()).isBetween(199_999 - 2906, 199_999 + 2906);
    long within = network.edges().stream().filter(edge -> edge[1] < size / 2).count();
    assertThat(within).isBetween(50_000L - 1454, 50_000L + 1454);
  }

  @Test
  void anImprobableEdgeNeverOverruns() {
    assertThat(new ErdosRenyi(Double.MIN_VALUE).direct(50_000, Laws.stream(25)).edgeCount())
        .isZero();
  }

  @Test
  void withoutRewiringTheRingStays() {
    Network network = new WattsStrogatz(4, 0).generate(10, Laws.stream(26));
    for (int i = 0; i < 10; i++) {
      assertThat(Laws.row(network, i))
          .containsExactlyInAnyOrder((i + 1) % 10, (i + 2) % 10, (i + 8) % 10, (i + 9) % 10);
    }
  }

  /**
   * Of 4000 ring edges, those away from the ring are about binomial(4000, 0.1 * (1 - 9/2000)): mean
   * 398, deviation 19; 7 deviations either way, by Bernstein below 2 exp(-22).
   */
  @Test
  void rewiringMovesItsShare() {
    int size = 1000;
    long away =
        new WattsStrogatz(8, 0.1)
            .generate(size, Laws.stream(27)).edges().stream()
                .filter(edge -> StrictMath.min(edge[1] - edge[0], size - edge[1] + edge[0]) > 4)
                .count();
    assertThat(away).isBetween(398L - 133, 398L + 133);
  }

  /** */
  @Test
  void regularNetworksOfOneShapeAreEquallyLikely() {
    Map<Network, Double> matchings =
        Map.of(
            Network.of(4, new int[] {0, 1}, new int[] {2, 3}), 1.0 / 3,
            Network.of(4, new int[] {0, 2}, new int[] {1, 3}), 1.0 / 3,
            Network.of(4, new int[] {0, 3}, new int[] {1, 2}), 1.0 / 3);
    RandomRegular one = new RandomRegular(1);
    Laws.assertLaw(matchings, random -> one.generate(4, random), 28);
    // Of the dense: everyone of 4 misses one other.
    Map<Network, Double> squares = new HashMap<>();
    squares.put(Network.of(4, new int[][] {{0, 2}, {0, 3}, {1, 2}, {1, 3}}), 1.0 / 3);
    squares.put(Network.of(4, new int[][] {{0, 1}, {0, 3}, {2, 1}, {2, 3}}), 1.0 / 3);
    squares.put(Network.of(4, new int[][] {{0, 1}, {0, 2}, {3, 1}, {3, 2}}), 1.0 / 3);
    RandomRegular two = new RandomRegular(2);
    Laws.assertLaw(squares, random -> two.generate(4, random), 29);
  }

  @Test
  void regularNetworksAreRegular() {
    for (int degree : new int[] {1, 4, 9, 10, 15, 18, 19}) {
      Network network = new RandomRegular(degree).generate(20, Laws.stream(degree));
      for (int i = 0; i < 20; i++) {
        assertThat(network.degree(i)).isEqualTo(degree);
      }
    }
  }
}
