package org.sibyl.network;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;

/**
 * A network from a CSV file with header {@code source,target}: one line for each edge, individuals
 * named 0..n-1, each of whom must appear. The file is read, in UTF-8, at every call. All its errors
 * are {@link NetworkFileException}s that name the line.
 *
 * @param file the CSV file
 */
@About("network from a CSV file with header source,target and ids 0..n-1")
public record EdgeList(@Parameter("CSV file of edges, relative to the scenario") Path file)
    implements NetworkGenerator {
  @Override
  public OptionalInt fixedSize() {
    return OptionalInt.of(EdgeListReader.read(file).size());
  }

  @Override
  public Network generate(int size, UniformRandomProvider random) {
    Network network = EdgeListReader.read(file);
    Limits.fixed(size, network.size(), "the network of " + file);
    return network;
  }
}
