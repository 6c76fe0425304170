package org.sibyl.network;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.nio.ImportException;
import org.jgrapht.nio.graphml.SimpleGraphMLEventDrivenImporter;
import org.xml.sax.SAXParseException;

/** Reads GraphML: a hardened scan first, then JGraphT's importer, then what a network asks. */
final class GraphMlReader {
  private final Path file;
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> sources = new ArrayList<>();
  private final List<String> targets = new ArrayList<>();

  private GraphMlReader(Path file) {
    this.file = file;
  }

  static Network read(Path file) {
    GraphMlReader reader = new GraphMlReader(file);
    String text = NetworkFile.text(file);
    // JGraphT's parser would resolve external entities; it only gets text that has none.
    int[] edgeLines = GraphMlScan.edgeLines(file, text);
    reader.load(text, edgeLines);
    return reader.network(edgeLines);
  }

  private void load(String text, int[] edgeLines) {
    SimpleGraphMLEventDrivenImporter importer = new SimpleGraphMLEventDrivenImporter();
    importer.addVertexConsumer(this::addNode);
    importer.addEdgeConsumer(
        edge -> {
          sources.add(edge.getFirst());
          targets.add(edge.getSecond());
        });
    try {
      importer.importInput(new StringReader(text));
    } catch (ImportException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      if (cause instanceof NetworkFileException ours) {
        throw ours;
      }
      // The schema complains of unknown nodes where the graph ends; we know the edge.
      for (int edge = 0; edge < sources.size(); edge++) {
        if (String.valueOf(cause.getMessage()).startsWith("cvc-identity-constraint")) {
          id(edgeLines[edge], sources.get(edge));
          id(edgeLines[edge], targets.get(edge));
        }
      }
      String problem =
          "is not GraphML ("
              + cause.getMessage()
              + "). Save it as GraphML 1.0 with namespace http://graphml.graphdrawing.org/xmlns.";
      throw cause instanceof SAXParseException at
          ? new NetworkFileException(file, at.getLineNumber(), problem)
          : new NetworkFileException(file, problem);
    }
  }

  private void addNode(String name) {
    if (ids.putIfAbsent(name, ids.size()) != null) {
      throw new NetworkFileException(
          file,
          "node "
              + NetworkFileException.quoted(name)
              + " appears twice. Give each node its own id.");
    }
  }

  private Network network(int[] edgeLines) {
    if (ids.isEmpty()) {
      throw new NetworkFileException(file, "has no nodes. Give at least one.");
    }
    EdgeBuffer edges = new EdgeBuffer(sources.size());
    for (int e = 0; e < sources.size(); e++) {
      int source = id(edgeLines[e], sources.get(e));
      int target = id(edgeLines[e], targets.get(e));
      if (source == target) {
        throw new NetworkFileException(
            file, edgeLines[e], "edge " + name(e) + " joins a node to itself. Remove it.");
      }
      edges.add(source, target);
    }
    EdgeBuffer.Repeat repeat = edges.firstRepeat();
    if (repeat != null) {
      throw new NetworkFileException(
          file,
          edgeLines[repeat.second()],
          "edge "
              + name(repeat.second())
              + " repeats the edge of line "
              + edgeLines[repeat.first()]
              + ". Give each edge once, in either direction.");
    }
    return edges.network(ids.size());
  }

  private int id(int line, String name) {
    Integer id = ids.get(name);
    if (id == null) {
      throw new NetworkFileException(
          file,
          line,
          "edge to " + NetworkFileException.quoted(name) + ", which is no node. Add the node.");
    }
    return id;
  }

  private String name(int edge) {
    return NetworkFileException.quoted(sources.get(edge) + "-" + targets.get(edge));
  }
}
