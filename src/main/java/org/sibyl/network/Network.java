package org.sibyl.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jgrapht.Graph;
import org.sibyl.numeric.Check;

/**
 * Who sees whom: a simple undirected graph on the individuals 0..size-1, immutable. It is stored as
 * compressed rows, 4 bytes for an individual and 8 for an edge, so that a sweep over all neighbors
 * runs through memory in order.
 */
public final class Network {
  private final int[] offsets; // row i is neighbors[offsets[i]] .. neighbors[offsets[i + 1] - 1]
  private final int[] neighbors;
  private final int maximumDegree;

  private Network(int[] offsets, int[] neighbors) {
    this.offsets = offsets;
    this.neighbors = neighbors;
    int largest = 0;
    for (int i = 0; i + 1 < offsets.length; i++) {
      largest = StrictMath.max(largest, offsets[i + 1] - offsets[i]);
    }
    this.maximumDegree = largest;
  }

  /**
   * The network of these edges, each a pair of different individuals, given once in either
   * direction.
   *
   * @throws IllegalArgumentException when the size is below 1, or an edge is not a pair, names an
   *     individual outside 0..size-1, joins an individual to itself, or repeats another edge
   */
  public static Network of(int size, int[]... edges) {
    Check.atLeast("size", size, 1);
    EdgeBuffer given = new EdgeBuffer(edges.length);
    for (int e = 0; e < edges.length; e++) {
      String place = "edges[" + e + "]";
      int[] edge = edges[e];
      if (edge.length != 2) {
        throw Check.invalid(place, Arrays.toString(edge), "must be a pair of individuals");
      }
      if (!inside(edge[0], size) || !inside(edge[1], size)) {
        throw Check.invalid(place, pair(edge), "must join individuals in 0.." + (size - 1));
      }
      if (edge[0] == edge[1]) {
        throw Check.invalid(place, pair(edge), "must join two different individuals");
      }
      given.add(edge[0], edge[1]);
    }
    EdgeBuffer.Repeat repeat = given.firstRepeat();
    if (repeat != null) {
      throw Check.invalid(
          "edges[" + repeat.second() + "]",
          pair(edges[repeat.second()]),
          "must not repeat edges[" + repeat.first() + "]");
    }
    return given.network(size);
  }

  /** The network of a simple undirected JGraphT graph whose vertices are 0..n-1. */
  static <E> Network of(Graph<Integer, E> graph) {
    EdgeBuffer edges = new EdgeBuffer(graph.edgeSet().size());
    for (E edge : graph.edgeSet()) {
      edges.add(graph.getEdgeSource(edge), graph.getEdgeTarget(edge));
    }
    return edges.network(graph.vertexSet().size());
  }

  /**
   * The network of the first {@code count} pairs (sources[e], targets[e]), which the caller knows
   * to be a simple graph on 0..size-1; nothing is checked.
   */
  static Network ofSimple(int size, int[] sources, int[] targets, int count) {
    int[] offsets = new int[size + 1];
    for (int e = 0; e < count; e++) {
      offsets[sources[e] + 1]++;
      offsets[targets[e] + 1]++;
    }
    for (int i = 0; i < size; i++) {
      offsets[i + 1] += offsets[i];
    }
    int[] neighbors = new int[2 * count];
    int[] next = Arrays.copyOf(offsets, size);
    for (int e = 0; e < count; e++) {
      neighbors[next[sources[e]]++] = targets[e];
      neighbors[next[targets[e]]++] = sources[e];
    }
    for (int i = 0; i < size; i++) {
      Arrays.sort(neighbors, offsets[i], offsets[i + 1]);
    }
    return new Network(offsets, neighbors);
  }

  /** Number of individuals, at least 1. */
  public int size() {
    return offsets.length - 1;
  }

  /** Number of neighbors of individual {@code i}, 0-based. */
  public int degree(int i) {
    return offsets[i + 1] - offsets[i];
  }

  /**
   * The neighbor at position {@code k} in 0..degree(i)-1 of individual {@code i}; ascending in k.
   *
   * @throws IndexOutOfBoundsException when there is no such neighbor
   */
  public int neighbor(int i, int k) {
    int start = offsets[i];
    // Without this check a wrong k would silently name a neighbor of someone else.
    return neighbors[start + Objects.checkIndex(k, offsets[i + 1] - start)];
  }

  /** Number of edges, each counted once. */
  public int edgeCount() {
    return neighbors.length / 2;
  }

  /** The largest number of neighbors that anyone has. */
  public int maximumDegree() {
    return maximumDegree;
  }

  /** The edges, each once as {source, target} with source below target, in ascending order. */
  public List<int[]> edges() {
    List<int[]> edges = new ArrayList<>(edgeCount());
    for (int i = 0; i < size(); i++) {
      for (int at = offsets[i]; at < offsets[i + 1]; at++) {
        if (i < neighbors[at]) {
          edges.add(new int[] {i, neighbors[at]});
        }
      }
    }
    return List.copyOf(edges);
  }

  /**
   * The same network under other names: individual {@code i} becomes {@code newName[i]}.
   *
   * @throws IllegalArgumentException when the new names are not 0..size-1, each once
   */
  public Network relabelled(int... newName) {
    Check.sameSize("new names", newName.length, "the network", size());
    boolean[] taken = new boolean[size()];
    for (int i = 0; i < newName.length; i++) {
      int name = newName[i];
      if (!inside(name, size()) || taken[name]) {
        throw Check.invalid(
            "new names[" + i + "]",
            Integer.toString(name),
            "must be in 0.." + (size() - 1) + " and given once");
      }
      taken[name] = true;
    }
    EdgeBuffer edges = new EdgeBuffer(edgeCount());
    for (int i = 0; i < size(); i++) {
      for (int at = offsets[i]; at < offsets[i + 1]; at++) {
        if (i < neighbors[at]) {
          edges.add(newName[i], newName[neighbors[at]]);
        }
      }
    }
    return edges.network(size());
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Network n
            && Arrays.equals(offsets, n.offsets)
            && Arrays.equals(neighbors, n.neighbors));
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(offsets) + Arrays.hashCode(neighbors);
  }

  @Override
  public String toString() {
    return "Network[size=" + size() + ", edges=" + edgeCount() + "]";
  }

  private static boolean inside(int id, int size) {
    return 0 <= id && id < size;
  }

  private static String pair(int[] edge) {
    return edge[0] + "-" + edge[1];
  }
}
