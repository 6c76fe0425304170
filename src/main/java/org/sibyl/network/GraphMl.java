package org.sibyl.network;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;

/**
 * A network from a GraphML file: nodes are numbered from 0 in the order of appearance, attributes
 * are ignored. The graph must be undirected and simple, the file UTF-8 and valid against the
 * GraphML 1.0 schema; document type declarations, and so entities, are refused. The file is read at
 * every call. All its errors are {@link NetworkFileException}s.
 *
 * @param file the GraphML file
 */
@About(
    value = "network from a GraphML file, nodes numbered in order of appearance",
    source = "GraphML 1.0, graphml.graphdrawing.org")
public record GraphMl(@Parameter("GraphML file, relative to the scenario") Path file)
    implements NetworkGenerator {
  @Override
  public OptionalInt fixedSize() {
    return OptionalInt.of(GraphMlReader.read(file).size());
  }

  @Override
  public Network generate(int size, UniformRandomProvider random) {
    Network network = GraphMlReader.read(file);
    Limits.fixed(size, network.size(), "the network of " + file);
    return network;
  }
}
