package org.sibyl.experiment.sweep;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.sibyl.experiment.OutputException;

/** Reads back tables that were written here, row by row. */
final class CsvTable {
  private CsvTable() {}

  /** Reports every row, as cells by the name of their column. */
  static void read(Path file, Consumer<Map<String, String>> row) {
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(file.toFile())) {
      while (rows.hasNext()) {
        row.accept(rows.next());
      }
    } catch (IOException e) {
      throw new OutputException(file + ": cannot be read (" + e.getMessage() + ").", e);
    }
  }

  /** A number, NaN for what is undefined. */
  static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }
}
