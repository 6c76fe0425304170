package org.sibyl.gui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sibyl.network.Network;

/**
 * The part of a network that is drawn: all of it, or, of a very large one, the nearest to one
 * individual.
 */
final class DrawnNetwork {
  /** More individuals than this are not drawn one by one. */
  static final int MOST = 20_000;

  /** How many are drawn of a larger network. */
  static final int SAMPLE = 5_000;

  /** More edges than this are thinned out. */
  static final int MOST_EDGES = 60_000;

  private final int[] individuals;
  private final Network part;
  private final int[] sources;
  private final int[] targets;
  private final String note;

  private DrawnNetwork(int[] individuals, Network part, int of) {
    this.individuals = individuals;
    this.part = part;
    int stride = (part.edgeCount() + MOST_EDGES - 1) / MOST_EDGES;
    int[] ends = ends(part, Math.max(1, stride));
    this.sources = Arrays.copyOf(ends, ends.length / 2);
    this.targets = Arrays.copyOfRange(ends, ends.length / 2, ends.length);
    this.note = note(of, stride);
  }

  /** What is drawn of a network. */
  static DrawnNetwork of(Network network) {
    int size = network.size();
    if (size > MOST) {
      int[] near = nearest(network, size / 2);
      return new DrawnNetwork(near, within(network, near), size);
    }
    int[] all = new int[size];
    Arrays.setAll(all, i -> i);
    return new DrawnNetwork(all, network, size);
  }

  /** Breadth first; where a component is exhausted, on with the next individual not yet seen. */
  private static int[] nearest(Network network, int start) {
    int[] queue = new int[SAMPLE];
    boolean[] seen = new boolean[network.size()];
    int filled = 0;
    int next = start;
    for (int head = 0; filled < SAMPLE; head++) {
      if (head == filled) {
        while (seen[next]) {
          next = (next + 1) % network.size();
        }
        seen[next] = true;
        queue[filled++] = next;
      }
      int at = queue[head];
      for (int k = 0; k < network.degree(at) && filled < SAMPLE; k++) {
        int neighbor = network.neighbor(at, k);
        if (!seen[neighbor]) {
          seen[neighbor] = true;
          queue[filled++] = neighbor;
        }
      }
    }
    Arrays.sort(queue);
    return queue;
  }

  private static Network within(Network network, int[] chosen) {
    List<int[]> edges = new ArrayList<>();
    for (int at = 0; at < chosen.length; at++) {
      for (int k = 0; k < network.degree(chosen[at]); k++) {
        int other = Arrays.binarySearch(chosen, network.neighbor(chosen[at], k));
        if (other > at) {
          edges.add(new int[] {at, other});
        }
      }
    }
    return Network.of(chosen.length, edges.toArray(int[][]::new));
  }

  /** The sources of every so many edges, then their targets. */
  private static int[] ends(Network part, int stride) {
    int count = (part.edgeCount() + stride - 1) / stride;
    int[] ends = new int[2 * count];
    int edge = 0;
    int kept = 0;
    for (int i = 0; i < part.size(); i++) {
      for (int k = 0; k < part.degree(i); k++) {
        if (part.neighbor(i, k) > i && edge++ % stride == 0) {
          ends[kept] = i;
          ends[count + kept++] = part.neighbor(i, k);
        }
      }
    }
    return ends;
  }

  private String note(int of, int stride) {
    String people =
        individuals.length < of
            ? String.format(
                "%,d of %,d individuals drawn: the nearest to individual %d",
                individuals.length, of, of / 2)
            : "";
    String ties = stride > 1 ? "every " + ordinal(stride) + " edge drawn" : "";
    return people.isEmpty() || ties.isEmpty() ? people + ties : people + "; " + ties;
  }

  private static String ordinal(int k) {
    return k == 2 ? "second" : k == 3 ? "third" : k + "th";
  }

  /** How many individuals are drawn. */
  int size() {
    return individuals.length;
  }

  /** The number, in the whole network, of an individual that is drawn. */
  int individual(int at) {
    return individuals[at];
  }

  /** Where an individual is among those drawn; negative when it is not. */
  int find(int individual) {
    return Arrays.binarySearch(individuals, individual);
  }

  /** The network among those drawn. */
  Network network() {
    return part;
  }

  /** How many edges are drawn. */
  int edges() {
    return sources.length;
  }

  /** One end of an edge, among those drawn. */
  int source(int edge) {
    return sources[edge];
  }

  /** Its other end. */
  int target(int edge) {
    return targets[edge];
  }

  /** What is left out, in words; empty when nothing is. */
  String note() {
    return note;
  }
}
