package org.sibyl.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run recorded.
 *
 * @param path its folder
 */
record RunFolder(Path path) {
  /** Runs a scenario, which must succeed. */
  static RunFolder of(Path scenario, Path out, Object... options) {
    Stream<Object> arguments =
        Stream.concat(Stream.of("run", scenario, "--out", out), Stream.of(options));
    CommandRun run = CommandRun.of(arguments.toArray());
    if (run.code() != 0) {
      throw new AssertionError("code " + run.code() + ": " + run.err());
    }
    return new RunFolder(out);
  }

  String text(String file) {
    try {
      return Files.readString(path.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> lines(String file) {
    return text(file).lines().toList();
  }

  JsonNode json(String file) {
    try {
      return Text.JSON.readTree(text(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
