package org.sibyl.population.table;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sibyl.population.Sample;

/** Reads the complete rows of a table, line by line; columns to ignore may hold anything. */
final class TableReader {
  private final Table table;
  private @Nullable Rows rows; // none before the header

  private TableReader(Table table) {
    this.table = table;
  }

  static Sample read(Table table) {
    TableReader reader = new TableReader(table);
    new TableFile(table.file()).read(reader::line);
    return Optional.ofNullable(reader.rows)
        .orElseThrow(
            () ->
                new TableFileException(
                    table.file(),
                    1,
                    "the file is empty. Give a header and one line for each person."))
        .sample();
  }

  private void line(int line, List<String> cells) {
    if (rows == null) {
      rows = new Rows(table, TableColumns.of(table, line, cells));
    } else {
      rows.add(line, cells);
    }
  }
}
