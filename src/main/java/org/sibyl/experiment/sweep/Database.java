package org.sibyl.experiment.sweep;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** A DuckDB file that is being filled. Nothing is loaded from the network. */
final class Database implements AutoCloseable {
  /** Its own memory, outside Java's heap; beyond, it uses the disk. */
  private static final String MEMORY = "512MB";

  private static final String NAME = "results";

  private final DuckDBConnection connection;

  /**
   * Creates the file.
   *
   * @param file a file that does not exist yet
   * @param scratch where it may put what does not fit into memory
   */
  Database(Path file, Path scratch) throws SQLException {
    connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
    try {
      run("SET autoinstall_known_extensions = false");
      run("SET autoload_known_extensions = false");
      run("SET memory_limit = '" + MEMORY + "'");
      run("SET temp_directory = " + text(scratch.toString()));
      // attached and not named in the address, where some characters have a meaning
      run("ATTACH " + text(file.toString()) + " AS " + NAME);
      run("USE " + NAME);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** A column: its name and its type in SQL. */
  record Field(String name, String type) {}

  /** Makes a table. */
  void create(String table, List<Field> fields) throws SQLException {
    run(
        fields.stream()
            .map(field -> name(field.name()) + " " + field.type())
            .collect(Collectors.joining(", ", "CREATE TABLE " + name(table) + " (", ")")));
  }

  /** For rows of a table, faster than statements by far. */
  DuckDBAppender appender(String table) throws SQLException {
    return connection.createAppender(NAME, "main", table);
  }

  /** Copies a table, in its order, into a Parquet file. */
  void copyToParquet(String table, Path file) throws SQLException {
    run(
        "COPY "
            + name(table)
            + " TO "
            + text(file.toString())
            + " (FORMAT parquet, COMPRESSION zstd)");
  }

  private void run(String sql) throws SQLException {
    // a statement of its own for each: one that failed is closed
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Appends a number; NaN, which means undefined, as the missing value. */
  static void append(DuckDBAppender row, double value) throws SQLException {
    if (Double.isNaN(value)) {
      row.appendNull();
    } else {
      row.append(value);
    }
  }

  /** Puts everything into the one file. */
  void finish() throws SQLException {
    run("CHECKPOINT " + NAME);
    run("USE memory");
    run("DETACH " + NAME);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
