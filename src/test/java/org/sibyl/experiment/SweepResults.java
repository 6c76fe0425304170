package org.sibyl.experiment;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a sweep recorded.
 *
 * @param path its folder
 */
record SweepResults(Path path) {
  /** Tables that depend on nothing but the sweep. */
  static final List<String> TABLES =
      List.of("trials.csv", "summary.csv", "differences.csv", "dictionary.csv");

  /** Runs a sweep, which must succeed. */
  static SweepResults of(Path scenario, Path out, Object... options) {
    CommandRun run = command(scenario, out, options);
    if (run.code() != 0) {
      throw new AssertionError("code " + run.code() + ": " + run.err());
    }
    return new SweepResults(out);
  }

  /** Runs a sweep, whatever comes of it. */
  static CommandRun command(Path scenario, Path out, Object... options) {
    return CommandRun.of(
        Stream.concat(Stream.of("sweep", scenario, "--out", out), Stream.of(options)).toArray());
  }

  Path file(String name) {
    return path.resolve(name);
  }

  String text(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tables, all in one text. */
  String tables() {
    StringBuilder all = new StringBuilder();
    TABLES.forEach(name -> all.append(text(name)));
    return Files.exists(file("sensitivity.csv")) ? all + text("sensitivity.csv") : all.toString();
  }

  /** Rows of a table, as cells by the name of their column. */
  List<Map<String, String>> rows(String table) {
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(file(table).toFile())) {
      return rows.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One column of a table. */
  List<String> column(String table, String name) {
    return rows(table).stream().map(row -> String.valueOf(row.get(name))).toList();
  }

  byte[] journal() {
    try {
      return Files.readAllBytes(file("journal.bin"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps a part of the journal, as after an interruption; the tables are gone. */
  void interrupt(int bytes) throws IOException {
    Files.write(file("journal.bin"), Arrays.copyOf(journal(), bytes));
    for (String table : TABLES) {
      Files.deleteIfExists(file(table));
    }
    Files.deleteIfExists(file("sensitivity.csv"));
  }

  /** Every file with its bytes. */
  Map<String, String> everything() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(path.relativize(file).toString(), Arrays.toString(Files.readAllBytes(file)));
      }
    }
    return all;
  }

  /** Names of files in the folder that only a running sweep may have. */
  List<String> partial() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.contains("partial") || name.equals("scratch"))
          .toList();
    }
  }
}
