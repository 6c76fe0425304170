package org.sibyl.scenario.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a file of points: first the header, which names paths, then the points. */
final class PointFileReader {
  /** Unlike those of other designs these points are kept. */
  private static final int MOST = 1_000_000;

  private static final CsvFactory CSV =
      CsvFactory.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build();

  private final Path file;
  private final List<List<String>> rows = new ArrayList<>();
  private final Map<String, String> texts = new LinkedHashMap<>(); // one copy of each

  PointFileReader(Path file) {
    this.file = file;
  }

  /** The header and at least one point, all of the same length. */
  List<List<String>> rows() {
    int line = 1;
    try (CsvParser parser = CSV.createParser(text())) {
      List<String> row = new ArrayList<>();
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          line = row.isEmpty() ? parser.currentTokenLocation().getLineNr() : line;
          row.add(parser.getText());
        } else if (token == JsonToken.END_ARRAY && !row.isEmpty()) {
          add(line, row);
          row.clear();
        }
      }
    } catch (JsonProcessingException e) {
      int where = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw problem(where, "is not CSV (" + e.getOriginalMessage() + "). Close every quote.");
    } catch (IOException e) {
      throw problem(line, "cannot be read (" + e + "). Check the file.");
    }
    if (rows.size() < 2) {
      throw problem(line, "no points. Give a header of paths and one line for each point.");
    }
    return rows;
  }

  private String text() throws IOException {
    try {
      String text = Files.readString(file);
      return text.startsWith("\ufeff") ? text.substring(1) : text; // as spreadsheets write
    } catch (CharacterCodingException e) {
      throw problem(1, "is not UTF-8 text. Save it as UTF-8.");
    }
  }

  private void add(int line, List<String> row) {
    if (rows.isEmpty()) {
      checkHeader(line, row);
    } else if (row.size() != rows.get(0).size()) {
      throw problem(
          line,
          ("has " + row.size() + " values, but the header has " + rows.get(0).size())
              + ". Give one for each path; quote values that hold commas.");
    }
    if (rows.size() > MOST) {
      throw problem(line, "has more than " + MOST + " points. Split the file.");
    }
    rows.add(row.stream().map(text -> texts.computeIfAbsent(text, same -> same)).toList());
  }

  private void checkHeader(int line, List<String> row) {
    for (int k = 0; k < row.size(); k++) {
      if (row.get(k).isEmpty() || row.indexOf(row.get(k)) < k) {
        throw problem(
            line,
            ("header column " + (k + 1) + ", '" + row.get(k) + "', ")
                + (row.get(k).isEmpty() ? "names no path" : "is there twice")
                + ". Name each path once, like outcome.risk-of-loss.");
      }
    }
  }

  private IllegalArgumentException problem(int line, String message) {
    return new IllegalArgumentException("design: " + file + ":" + line + ": " + message);
  }
}
