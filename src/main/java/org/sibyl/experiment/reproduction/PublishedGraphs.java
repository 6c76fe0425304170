package org.sibyl.experiment.reproduction;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sibyl.network.Network;

/** The very scale-free networks that published figures were drawn from. */
public final class PublishedGraphs {
  private static final Map<String, String> EDGES = read();

  private PublishedGraphs() {}

  private static Map<String, String> read() {
    Map<String, String> edges = new LinkedHashMap<>();
    for (Map<String, String> row : Expected.Table.read("published-graphs.csv")) {
      edges.put(
          key((int) Expected.Table.number(row, "size"), (int) Expected.Table.number(row, "seed")),
          Expected.Table.text(row, "edges"));
    }
    return edges;
  }

  private static String key(int size, int seed) {
    return size + "/" + seed;
  }

  /** The Barabási-Albert network, m = 2, that the published code drew with this seed. */
  public static Network barabasiAlbert(int size, int seed) {
    String edges = EDGES.get(key(size, seed));
    if (edges == null) {
      throw new IllegalStateException("no published graph of size " + size + ", seed " + seed);
    }
    String[] pairs = edges.split(" ");
    int[][] ends = new int[pairs.length][];
    for (int e = 0; e < pairs.length; e++) {
      int hyphen = pairs[e].indexOf('-');
      ends[e] =
          new int[] {
            Integer.parseInt(pairs[e].substring(0, hyphen)),
            Integer.parseInt(pairs[e].substring(hyphen + 1))
          };
    }
    return Network.of(size, ends);
  }
}
