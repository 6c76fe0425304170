package org.sibyl.network;

import org.jgrapht.generate.GraphGenerator;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.util.SupplierUtil;

/** Runs JGraphT's generators; their graph is copied once into rows and dropped. */
final class GraphLibrary {
  private GraphLibrary() {}

  /** What the generator makes on vertices named 0, 1, ... in the order it adds them. */
  static Network network(GraphGenerator<Integer, DefaultEdge, Integer> generator) {
    SimpleGraph<Integer, DefaultEdge> graph =
        new SimpleGraph<>(
            SupplierUtil.createIntegerSupplier(), SupplierUtil.createDefaultEdgeSupplier(), false);
    generator.generateGraph(graph);
    return Network.of(graph);
  }
}
