package org.sibyl.experiment.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.sibyl.network.Network;
import org.sibyl.network.NetworkLayout;
import org.sibyl.numeric.Matrix;

/**
 * The part of a network that is drawn: every individual of a small one, every n-th of a large one,
 * and the links among them.
 *
 * @param network all of it
 * @param stride from one individual shown to the next
 */
record Shown(Network network, int stride) {
  static final int MOST_INDIVIDUALS = 400;
  private static final int MOST_LINKS = 4000;
  private static final int WHOLE = 65_535;

  /** What is drawn of a network. */
  static Shown of(Network network) {
    return new Shown(network, (network.size() - 1) / MOST_INDIVIDUALS + 1);
  }

  /** How many individuals are drawn. */
  int size() {
    return (network.size() - 1) / stride + 1;
  }

  /** The individual in a place of the drawing. */
  int individual(int place) {
    return place * stride;
  }

  private List<int[]> links() {
    List<int[]> links = new ArrayList<>();
    for (int place = 0; place < size(); place++) {
      int i = individual(place);
      for (int k = 0; k < network.degree(i); k++) {
        int neighbor = network.neighbor(i, k);
        if (neighbor > i && neighbor % stride == 0) {
          links.add(new int[] {place, neighbor / stride});
        }
      }
    }
    return links;
  }

  /** Writes who is shown, where, and with which links. */
  void writeTo(ObjectNode replay) {
    List<int[]> links = links();
    int step = StrictMath.max(1, (links.size() + MOST_LINKS - 1) / MOST_LINKS);
    int drawn = (links.size() + step - 1) / step;
    int[] ends = new int[2 * drawn];
    for (int k = 0; k < drawn; k++) {
      ends[2 * k] = links.get(k * step)[0];
      ends[2 * k + 1] = links.get(k * step)[1];
    }
    replay.put("population", network.size()).put("stride", stride).put("individuals", size());
    replay.put("links", network.edgeCount()).put("drawnLinks", drawn);
    replay.put("ends", Packed.pairs(ends));
    replay.put("positions", positions(links));
    ArrayNode degrees = replay.putArray("degrees");
    for (int place = 0; place < size(); place++) {
      degrees.add(network.degree(individual(place)));
    }
  }

  private String positions(List<int[]> links) {
    Matrix places =
        NetworkLayout.FORCE_DIRECTED.place(Network.of(size(), links.toArray(int[][]::new)));
    int[] positions = new int[2 * size()];
    for (int place = 0; place < size(); place++) {
      positions[2 * place] = (int) StrictMath.rint(places.get(place, 0) * WHOLE);
      positions[2 * place + 1] = (int) StrictMath.rint(places.get(place, 1) * WHOLE);
    }
    return Packed.pairs(positions);
  }
}
