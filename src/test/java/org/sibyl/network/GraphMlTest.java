package org.sibyl.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.nio.graphml.GraphMLExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphMlTest {
  private static final String START =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  private static final String GRAPH = "<graph id=\"G\" edgedefault=\"undirected\">\n";
  private static final String NODES = "<node id=\"b\"/><node id=\"a\"/>\n<node id=\"c\"/>\n";
  private static final String END = "</graph>\n</graphml>\n";

  private final Path folder;

  GraphMlTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private GraphMl file(String text) throws IOException {
    Path file = folder.resolve("net.graphml");
    Files.writeString(file, text);
    return new GraphMl(file);
  }

  private static String edge(String source, String target) {
    return "<edge source=\"" + source + "\" target=\"" + target + "\"/>\n";
  }

  @Test
  void nodesAreNumberedInOrderOfAppearance() throws IOException {
    GraphMl graph = file(START + GRAPH + NODES + edge("a", "b") + edge("c", "a") + END);
    assertThat(graph.fixedSize()).hasValue(3);
    Network network = graph.generate(3, Laws.stream(0));
    Laws.assertSimple(network);
    assertThat(network).isEqualTo(Network.of(3, new int[] {0, 1}, new int[] {1, 2}));
    assertThatThrownBy(() -> graph.generate(5, Laws.stream(0)))
        .hasMessageContaining("size: 5 does not fit")
        .hasMessageContaining("has 3 individuals");
  }

  @Test
  void attributesAreIgnoredAndIsolatedNodesKept() throws IOException {
    GraphMl graph =
        file(
            "\uFEFF"
                + START
                + "<key id=\"d0\" for=\"node\" attr.name=\"club\" attr.type=\"string\"/>\n"
                + "<key id=\"d1\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n"
                + GRAPH
                + "<node id=\"x\"><data key=\"d0\">edge</data></node><node id=\"y\"/>"
                + "<node id=\"z\"/><!-- <edge source=\"x\" target=\"z\"/> -->"
                + "<edge source=\"x\" target=\"y\"><data key=\"d1\">2.5</data></edge>"
                + END);
    assertThat(graph.generate(3, Laws.stream(0))).isEqualTo(Network.of(3, new int[] {0, 1}));
  }

  @Test
  void whatJGraphTWritesIsReadBack() throws Exception {
    Network club =
        new EdgeList(Path.of("scenarios/collective-risk/karate.csv")).generate(34, Laws.stream(0));
    SimpleGraph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
    for (int i = 0; i < club.size(); i++) {
      graph.addVertex(i);
    }
    club.edges().forEach(edge -> graph.addEdge(edge[0], edge[1]));
    Path file = folder.resolve("karate.graphml");
    try (Writer writer = Files.newBufferedWriter(file)) {
      new GraphMLExporter<Integer, DefaultEdge>(v -> "n" + v).exportGraph(graph, writer);
    }
    assertThat(new GraphMl(file).generate(34, Laws.stream(0))).isEqualTo(club);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a b b b|:7: edge 'b-b' joins a node to itself. Remove it.",
        "a b b c b a|:8: edge 'b-a' repeats the edge of line 6. Give each edge once, in either direction.",
      })
  void edgesMustMakeASimpleGraph(String ends, String problem) throws IOException {
    StringBuilder edges = new StringBuilder();
    String[] names = ends.split(" ");
    for (int e = 0; e < names.length; e += 2) {
      edges.append(edge(names[e], names[e + 1]));
    }
    GraphMl graph = file(START + GRAPH + NODES + edges + END);
    assertThatThrownBy(graph::fixedSize)
        .isInstanceOf(NetworkFileException.class)
        .hasMessage(graph.file() + problem);
  }

  @Test
  void nodesMustBeThereOnce() throws IOException {
    assertRefused(START + GRAPH + NODES + edge("a", "q") + END, ":6: ", "'q'");
    assertRefused(START + GRAPH + "<node id=\"a\"/>\n<node id=\"a\"/>\n" + END, ":", "a");
    assertRefused(START + GRAPH + END, ": has no nodes. Give at least one.", "");
  }

  @Test
  void directedGraphsAreRefused() throws IOException {
    assertRefused(
        START + GRAPH.replace("undirected", "directed") + NODES + END, ":3: 'directed'", "once");
    assertRefused(
        START + GRAPH + NODES + "<edge source=\"a\" target=\"b\" directed=\"true\"/>\n" + END,
        ":6: 'directed'",
        "once");
  }

  @Test
  void whatIsNotGraphMlIsRefused() throws IOException {
    assertRefused("", ":1: is refused", "Repair the XML.");
    assertRefused("source,target\n0,1\n", ":1: is refused", "Repair the XML.");
    assertRefused(START + GRAPH + NODES + "</graph>\n", ":7: is refused", "Repair the XML.");
    assertRefused("<html/>", ":1: is not GraphML", "Save it as GraphML 1.0");
    assertRefused(START + GRAPH + NODES + "<egde/>\n" + END, ":6: is not GraphML", "egde");
    assertThatThrownBy(() -> new GraphMl(folder.resolve("none.graphml")).fixedSize())
        .isInstanceOf(NetworkFileException.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void externalEntitiesReadNothing() throws IOException {
    Path secret = folder.resolve("secret.txt");
    Files.writeString(secret, "classified");
    String entity = "<!DOCTYPE graphml [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>\n";
    String body =
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
            + "<key id=\"d0\" for=\"node\" attr.name=\"k\" attr.type=\"string\"/>\n"
            + GRAPH
            + "<node id=\"a\"><data key=\"d0\">&e;</data></node>\n"
            + END;
    assertRefused(entity + body, ":1: is refused", "Remove the document type declaration.");
    String missing = entity.replace("secret.txt", "absent.txt");
    assertRefused(missing + body, ":1: is refused", "Remove the document type declaration.");
    String outside = "<!DOCTYPE graphml SYSTEM \"" + secret.toUri() + "\">\n";
    assertRefused(outside + body.replace("&e;", ""), ":1: is refused", "Remove the document type");
    // A schema that the file itself points to is not fetched either.
    GraphMl hinted =
        file(
            START.replace(
                    "xmlns=",
                    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
                        + secret.toUri()
                        + "\" xmlns=")
                + GRAPH
                + NODES
                + END);
    assertThat(hinted.fixedSize()).hasValue(3);
  }

  private void assertRefused(String text, String start, String part) throws IOException {
    GraphMl graph = file(text);
    assertThatThrownBy(graph::fixedSize)
        .isInstanceOf(NetworkFileException.class)
        .hasMessageStartingWith(graph.file() + start)
        .hasMessageContaining(part)
        .hasMessageNotContaining("classified");
  }
}
