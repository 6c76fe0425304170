package org.sibyl.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Reads an edge list line by line, and then checks what concerns several lines. */
final class EdgeListReader {
  private static final List<String> HEADER = List.of("source", "target");

  private static final CsvFactory CSV =
      CsvFactory.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build();

  private final Path file;
  private final EdgeBuffer edges = new EdgeBuffer(1024);
  private int[] lines = new int[1024]; // the line of each edge
  private int largestId = -1;
  private int largestIdLine;

  private EdgeListReader(Path file) {
    this.file = file;
  }

  static Network read(Path file) {
    EdgeListReader reader = new EdgeListReader(file);
    reader.readLines(NetworkFile.text(file));
    reader.checkNoRepeat();
    reader.checkNoGap();
    return reader.edges.network(reader.largestId + 1);
  }

  private void readLines(String text) {
    try (CsvParser parser = CSV.createParser(text)) {
      boolean headerSeen = false;
      List<String> row = new ArrayList<>();
      int line = 1;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          if (row.isEmpty()) {
            line = parser.currentTokenLocation().getLineNr();
          }
          row.add(parser.getText());
        } else if (token == JsonToken.END_ARRAY && !row.isEmpty()) {
          if (headerSeen) {
            addEdge(line, row);
          } else {
            checkHeader(line, row);
            headerSeen = true;
          }
          row.clear();
        }
      }
      if (edges.count() == 0) {
        throw problem(
            line,
            (headerSeen ? "no edges after the header" : "the file is empty")
                + ". Give the header 'source,target' and one line for each edge.");
      }
    } catch (JsonProcessingException e) {
      throw problem(
          e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
          "is not CSV (" + e.getOriginalMessage() + "). Close every quote.");
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory has no other
    }
  }

  private void checkHeader(int line, List<String> row) {
    if (!row.equals(HEADER)) {
      throw problem(
          line,
          "header "
              + NetworkFileException.quoted(String.join(",", row))
              + " must be 'source,target'. Make it the first line.");
    }
  }

  private void addEdge(int line, List<String> row) {
    if (row.size() != 2) {
      throw problem(
          line,
          NetworkFileException.quoted(String.join(",", row))
              + (row.size() == 1 ? " has 1 column" : " has " + row.size() + " columns")
              + ", but an edge has 2. Write it as source,target.");
    }
    int source = id(line, "source", row.get(0));
    int target = id(line, "target", row.get(1));
    if (source == target) {
      throw problem(
          line, source + "," + target + " joins an individual to itself. Remove the line.");
    }
    if (edges.count() == lines.length) {
      lines = Arrays.copyOf(lines, 2 * lines.length);
    }
    lines[edges.count()] = line;
    edges.add(source, target);
    int larger = StrictMath.max(source, target);
    if (larger > largestId) {
      largestId = larger;
      largestIdLine = line;
    }
  }

  private int id(int line, String column, String text) {
    try {
      int id = Integer.parseInt(text);
      if (0 <= id && id < Integer.MAX_VALUE) {
        return id;
      }
    } catch (NumberFormatException e) {
      // told below, with what is too large or negative
    }
    throw problem(
        line,
        column
            + " "
            + NetworkFileException.quoted(text)
            + " must be a whole number from 0 on. Number the individuals 0..n-1.");
  }

  private void checkNoRepeat() {
    EdgeBuffer.Repeat repeat = edges.firstRepeat();
    if (repeat != null) {
      throw problem(
          lines[repeat.second()],
          edges.source(repeat.second())
              + ","
              + edges.target(repeat.second())
              + " repeats the edge of line "
              + lines[repeat.first()]
              + ". Give each edge once, in either direction.");
    }
  }

  private void checkNoGap() {
    int mostIds =
        2 * edges.count(); // so the first missing id is at most this, however large ids are
    BitSet present = new BitSet();
    for (int e = 0; e < edges.count(); e++) {
      present.set(StrictMath.min(edges.source(e), mostIds + 1));
      present.set(StrictMath.min(edges.target(e), mostIds + 1));
    }
    int missing = present.nextClearBit(0);
    if (missing < largestId) {
      throw problem(
          largestIdLine,
          "the largest id is "
              + largestId
              + ", but id "
              + missing
              + " never appears. Number the individuals 0..n-1 without gaps.");
    }
  }

  private NetworkFileException problem(int line, String problem) {
    return new NetworkFileException(file, line, problem);
  }
}
