package org.sibyl.experiment.reproduction;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A number that a paper, its published code or the theory gives, from a committed file that was not
 * made by the code under test.
 *
 * @param quantity what it is, unique within its reproduction
 * @param value the number
 * @param tolerance how far ours may lie from it for reasons that are not chance
 * @param standardError its own standard error; 0 when it is exact
 * @param source where it comes from
 */
public record Expected(
    String quantity, double value, double tolerance, double standardError, String source) {

  /** All numbers expected of a reproduction. */
  static List<Expected> of(String name) {
    List<Expected> all = new ArrayList<>();
    for (Map<String, String> row : Table.read("expected/" + name + ".csv")) {
      all.add(
          new Expected(
              Table.text(row, "quantity"),
              Table.number(row, "expected"),
              Table.number(row, "tolerance"),
              Table.number(row, "standard-error"),
              Table.text(row, "source")));
    }
    return all;
  }

  /** Committed CSV files with a header. */
  public static final class Table {
    private static final ObjectReader READER =
        new CsvMapper().readerForMapOf(String.class).with(CsvSchema.emptySchema().withHeader());

    private Table() {}

    /** All rows of a file beside this class, by column. */
    public static List<Map<String, String>> read(String resource) {
      try (InputStream in = Expected.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalStateException(resource + ": is not part of this program.");
        }
        try (MappingIterator<Map<String, String>> rows = READER.readValues(in)) {
          return rows.readAll();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** What a row has in a column. */
    public static String text(Map<String, String> row, String column) {
      String text = row.get(column);
      if (text == null) {
        throw new IllegalStateException("column '" + column + "' is missing: " + row);
      }
      return text;
    }

    /** The number that a row has in a column. */
    public static double number(Map<String, String> row, String column) {
      return Double.parseDouble(text(row, column));
    }
  }
}
