package org.sibyl.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
  private static final Network HOUSE =
      Network.of(6, new int[][] {{3, 2}, {0, 1}, {1, 2}, {3, 0}, {4, 0}, {1, 4}});

  @Test
  void rowsAscendWhateverTheOrderOfTheEdges() {
    Laws.assertSimple(HOUSE);
    assertThat(Laws.row(HOUSE, 0)).containsExactly(1, 3, 4);
    assertThat(Laws.row(HOUSE, 3)).containsExactly(0, 2);
    assertThat(Laws.row(HOUSE, 5)).isEmpty();
    assertThat(HOUSE.size()).isEqualTo(6);
    assertThat(HOUSE.edgeCount()).isEqualTo(6);
    assertThat(HOUSE.maximumDegree()).isEqualTo(3);
    assertThat(HOUSE).hasToString("Network[size=6, edges=6]");
  }

  @Test
  void edgesAreListedOnceInOrder() {
    assertThat(HOUSE.edges().toArray(int[][]::new))
        .isDeepEqualTo(new int[][] {{0, 1}, {0, 3}, {0, 4}, {1, 2}, {1, 4}, {2, 3}});
    assertThat(Network.of(6, HOUSE.edges().toArray(int[][]::new))).isEqualTo(HOUSE);
  }

  @Test
  void equalityIsOfSizeAndEdges() {
    assertThat(Network.of(3, new int[] {0, 1}))
        .isEqualTo(Network.of(3, new int[] {1, 0}))
        .hasSameHashCodeAs(Network.of(3, new int[] {1, 0}))
        .isNotEqualTo(Network.of(4, new int[] {0, 1}))
        .isNotEqualTo(Network.of(3, new int[] {0, 2}))
        .isNotEqualTo(Network.of(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | edges[1]: 1-1 must join two different individuals.     | 0 1 1 1",
        "3 | edges[2]: 1-0 must not repeat edges[0].                | 0 1 1 2 1 0",
        "3 | edges[1]: 1-3 must join individuals in 0..2.           | 0 1 1 3",
        "3 | edges[0]: -1-2 must join individuals in 0..2.          | -1 2",
        "0 | size: 0 must be at least 1.                            | 0 1",
      })
  void errorsNamePlaceValueAndRule(int size, String message, String ends) {
    String[] words = ends.split(" ");
    int[][] edges = new int[words.length / 2][];
    for (int e = 0; e < edges.length; e++) {
      edges[e] = new int[] {Integer.parseInt(words[2 * e]), Integer.parseInt(words[2 * e + 1])};
    }
    assertThatThrownBy(() -> Network.of(size, edges))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void anEdgeIsAPair() {
    assertThatThrownBy(() -> Network.of(3, new int[] {0, 1, 2}))
        .hasMessage("edges[0]: [0, 1, 2] must be a pair of individuals.");
  }

  @Test
  void aNeighborThatIsNotThereIsNeverAnotherOnes() {
    assertThatThrownBy(() -> HOUSE.neighbor(3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> HOUSE.neighbor(3, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> HOUSE.neighbor(6, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void relabelledMovesEveryEdge() {
    Network moved = HOUSE.relabelled(5, 4, 3, 2, 1, 0);
    Laws.assertSimple(moved);
    assertThat(moved)
        .isEqualTo(Network.of(6, new int[][] {{2, 3}, {5, 4}, {4, 3}, {2, 5}, {1, 5}, {4, 1}}));
    assertThatThrownBy(() -> HOUSE.relabelled(0, 1, 2, 3, 4, 4))
        .hasMessage("new names[5]: 4 must be in 0..5 and given once.");
    assertThatThrownBy(() -> HOUSE.relabelled(0, 1)).hasMessageContaining("has 2 values");
  }

  @Property(tries = 100, seed = "11")
  void relabellingBackIsTheSameNetwork(@ForAll @IntRange(min = 1, max = 40) int size) {
    Network network = new ErdosRenyi(0.3).direct(size, Laws.stream(size));
    int[] names = PermutationSampler.natural(size);
    PermutationSampler.shuffle(Laws.stream(-size), names);
    int[] back = new int[size];
    for (int i = 0; i < size; i++) {
      back[names[i]] = i;
    }
    Network moved = network.relabelled(names);
    for (int i = 0; i < size; i++) {
      assertThat(moved.degree(names[i])).isEqualTo(network.degree(i));
    }
    assertThat(moved.relabelled(back)).isEqualTo(network);
  }

  @Test
  void aGraphIsCopied() {
    SimpleGraph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
    for (int i = 0; i < 4; i++) {
      graph.addVertex(i);
    }
    graph.addEdge(3, 1);
    graph.addEdge(0, 3);
    assertThat(Network.of(graph)).isEqualTo(Network.of(4, new int[] {1, 3}, new int[] {0, 3}));
  }
}
