package org.sibyl.experiment.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.sibyl.experiment.OutputException;
import org.sibyl.experiment.Text;

/**
 * The tables of a sweep: {@code trials.csv}, {@code summary.csv}, {@code differences.csv}, {@code
 * dictionary.csv}, {@code rounds.parquet} and {@code results.duckdb}. Rows are sorted by cell and
 * replicate, so they do not depend on the order in which trials finished. One result and one cell's
 * replicates are in memory at a time.
 */
public final class SweepFiles {
  /** The tables in the order in which they appear. */
  public static final List<String> NAMES =
      List.of(
          "dictionary.csv",
          "trials.csv",
          "summary.csv",
          "differences.csv",
          "rounds.parquet",
          "results.duckdb");

  private static final List<String> STATISTICS = List.of("metric", "value", "count");
  private static final List<String> INTERVAL = List.of("sd", "low", "high");

  private final Journal journal;
  private final SweepTables tables;
  private final List<JournalEntry> entries;
  private final Student student = new Student();

  private SweepFiles(Journal journal, SweepTables tables) {
    this.journal = journal;
    this.tables = tables;
    this.entries = new ArrayList<>(journal.entries());
    entries.sort(JournalEntry.BY_TRIAL);
  }

  /**
   * Writes all tables from what is safe in the journal; each replaces an older one at once.
   *
   * @param folder the journal's folder
   * @throws OutputException when they cannot be written; the older ones stay
   * @throws IllegalArgumentException when results do not have the tables' metrics
   */
  public static void write(Path folder, Journal journal, SweepTables tables) {
    // nobody else writes here while the journal is open, so what is there was left by a killed run
    Path partial = folder.resolve(".partial-tables");
    try {
      delete(partial);
      Files.createDirectories(partial);
      try {
        new SweepFiles(journal, tables).write(partial);
        publish(partial, folder);
      } finally {
        delete(partial);
      }
    } catch (IOException | SQLException e) {
      throw new OutputException(
          folder
              + ": the tables cannot be written ("
              + e.getClass().getSimpleName()
              + ": "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
              + ").\nThe results are safe in "
              + Journal.FILE
              + ". Free some space and run the sweep again: it goes on there.",
          e);
    }
  }

  private static void publish(Path partial, Path folder) throws IOException {
    // a log that someone's shell left belongs to the database that is replaced
    Files.deleteIfExists(folder.resolve("results.duckdb.wal"));
    for (String name : NAMES) {
      Files.move(
          partial.resolve(name),
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> all = Files.walk(tree)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  private void write(Path folder) throws IOException, SQLException {
    try (CsvFile dictionary = new CsvFile(folder.resolve("dictionary.csv"), Dictionary.COLUMNS);
        CsvFile trials = new CsvFile(folder.resolve("trials.csv"), trialColumns());
        CsvFile summary = new CsvFile(folder.resolve("summary.csv"), summaryColumns());
        CsvFile differences = new CsvFile(folder.resolve("differences.csv"), differenceColumns());
        Database database =
            new Database(folder.resolve("results.duckdb"), folder.resolve("scratch"))) {
      List<Boolean> numeric = numericSettings();
      createTables(database, numeric);
      try (DuckDBAppender trialRows = database.appender("trials");
          DuckDBAppender roundRows = database.appender("rounds");
          DuckDBAppender dictionaryRows = database.appender("dictionary")) {
        for (List<String> row : Dictionary.rows(tables)) {
          dictionary.row(row);
          appendTexts(dictionaryRows, row);
        }
        Optional<Replicates> first = Optional.empty();
        for (int from = 0; from < entries.size(); ) {
          long cell = entries.get(from).cell();
          List<String> settings = tables.settingsOf(cell);
          Replicates replicates = new Replicates(cell, tables.metrics().size());
          for (; from < entries.size() && entries.get(from).cell() == cell; from++) {
            TrialResult result = checked(journal.read(entries.get(from)));
            replicates.add(result);
            trials.row(trialRow(result, settings));
            appendTrial(trialRows, result, settings, numeric);
            appendRounds(roundRows, result);
          }
          summarize(summary, replicates, settings);
          if (first.isPresent()) {
            compare(differences, replicates, first.get(), settings);
          } else {
            first = Optional.of(replicates);
          }
        }
      }
      database.copyToParquet("rounds", folder.resolve("rounds.parquet"));
      database.finish();
    }
  }

  private TrialResult checked(TrialResult result) {
    if (result.rounds() > 0 && result.metrics() != tables.metrics().size()) {
      throw new IllegalArgumentException(
          "cell "
              + result.cell()
              + ", replicate "
              + result.replicate()
              + ": has "
              + result.metrics()
              + " metrics, the scenario "
              + tables.metrics().size()
              + ". The journal is another sweep's: choose another folder.");
    }
    return result;
  }

  private List<String> trialColumns() {
    List<String> columns = new ArrayList<>();
    columns.add("cell");
    columns.addAll(tables.pathColumns());
    columns.addAll(
        List.of("replicate", "seed", "ended", "rounds", "cycle-length", "message", "replay"));
    for (MetricColumn metric : tables.metrics()) {
      columns.add(metric.name() + "-last");
      columns.add(metric.name() + "-mean");
    }
    return columns;
  }

  private List<String> summaryColumns() {
    return columns(List.of("trials", "failed"), "mean");
  }

  private List<String> differenceColumns() {
    return columns(List.of("against"), "difference");
  }

  private List<String> columns(List<String> own, String mean) {
    List<String> columns = new ArrayList<>();
    columns.add("cell");
    columns.addAll(tables.pathColumns());
    columns.addAll(own);
    columns.addAll(STATISTICS);
    columns.add(mean);
    columns.addAll(INTERVAL);
    return columns;
  }

  private List<String> trialRow(TrialResult result, List<String> settings) {
    List<String> row = new ArrayList<>();
    row.add(Long.toString(result.cell()));
    row.addAll(settings);
    row.add(Integer.toString(result.replicate()));
    row.add(Long.toString(tables.cells().seed(result.cell())));
    row.add(result.ended());
    row.add(Integer.toString(result.rounds()));
    row.add(Integer.toString(result.cycleLength()));
    row.add(result.message());
    row.add(replay(result));
    for (int metric = 0; metric < tables.metrics().size(); metric++) {
      row.add(Text.number(result.last(metric)));
      row.add(Text.number(result.mean(metric)));
    }
    return row;
  }

  /** Only of what one would want to see again alone. */
  private String replay(TrialResult result) {
    return result.hasFailed() ? tables.cells().replay(result.cell(), result.replicate()) : "";
  }

  private void summarize(CsvFile file, Replicates replicates, List<String> settings)
      throws IOException {
    List<String> own =
        List.of(Long.toString(replicates.trials()), Long.toString(replicates.failed()));
    for (int index = 0; index < 2 * tables.metrics().size(); index++) {
      Estimate estimate = replicates.estimate(index, student);
      file.row(row(replicates.cell(), settings, own, index, estimate));
    }
  }

  private void compare(CsvFile file, Replicates replicates, Replicates first, List<String> settings)
      throws IOException {
    List<String> own = List.of(Long.toString(first.cell()));
    for (int index = 0; index < 2 * tables.metrics().size(); index++) {
      Estimate estimate = replicates.difference(index, first, student);
      file.row(row(replicates.cell(), settings, own, index, estimate));
    }
  }

  private List<String> row(
      long cell, List<String> settings, List<String> own, int index, Estimate estimate) {
    List<String> row = new ArrayList<>();
    row.add(Long.toString(cell));
    row.addAll(settings);
    row.addAll(own);
    row.add(tables.metrics().get(index / 2).name());
    row.add(index % 2 == 0 ? "last" : "mean");
    row.addAll(estimate.cells());
    return row;
  }

  /** Which settings are a number in every cell. */
  private List<Boolean> numericSettings() {
    Set<Long> cells = new LinkedHashSet<>();
    entries.forEach(entry -> cells.add(entry.cell()));
    boolean[] numeric = new boolean[tables.paths().size()];
    java.util.Arrays.fill(numeric, !cells.isEmpty());
    for (long cell : cells) {
      List<String> settings = tables.settingsOf(cell);
      for (int i = 0; i < numeric.length; i++) {
        numeric[i] &= isNumber(settings.get(i));
      }
    }
    List<Boolean> list = new ArrayList<>();
    for (boolean one : numeric) {
      list.add(one);
    }
    return list;
  }

  private static boolean isNumber(String text) {
    return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  }

  private void createTables(Database database, List<Boolean> numeric) throws SQLException {
    List<Database.Field> trials = new ArrayList<>();
    trials.add(new Database.Field("cell", "BIGINT"));
    List<String> paths = tables.pathColumns();
    for (int i = 0; i < paths.size(); i++) {
      trials.add(new Database.Field(paths.get(i), numeric.get(i) ? "DOUBLE" : "VARCHAR"));
    }
    trials.add(new Database.Field("replicate", "INTEGER"));
    trials.add(new Database.Field("seed", "BIGINT"));
    trials.add(new Database.Field("ended", "VARCHAR"));
    trials.add(new Database.Field("rounds", "INTEGER"));
    trials.add(new Database.Field("cycle-length", "INTEGER"));
    trials.add(new Database.Field("message", "VARCHAR"));
    trials.add(new Database.Field("replay", "VARCHAR"));
    List<Database.Field> rounds = new ArrayList<>();
    rounds.add(new Database.Field("cell", "BIGINT"));
    rounds.add(new Database.Field("replicate", "INTEGER"));
    rounds.add(new Database.Field("round", "INTEGER"));
    for (MetricColumn metric : tables.metrics()) {
      trials.add(new Database.Field(metric.name() + "-last", "DOUBLE"));
      trials.add(new Database.Field(metric.name() + "-mean", "DOUBLE"));
    }
    tables.metricColumns().forEach(name -> rounds.add(new Database.Field(name, "DOUBLE")));
    database.create("trials", trials);
    database.create("rounds", rounds);
    database.create(
        "dictionary",
        Dictionary.COLUMNS.stream().map(name -> new Database.Field(name, "VARCHAR")).toList());
  }

  private static void appendTexts(DuckDBAppender rows, List<String> texts) throws SQLException {
    rows.beginRow();
    for (String text : texts) {
      rows.append(text);
    }
    rows.endRow();
  }

  private void appendTrial(
      DuckDBAppender rows, TrialResult result, List<String> settings, List<Boolean> numeric)
      throws SQLException {
    rows.beginRow();
    rows.append(result.cell());
    for (int i = 0; i < settings.size(); i++) {
      if (numeric.get(i)) {
        rows.append(Double.parseDouble(settings.get(i)));
      } else {
        rows.append(settings.get(i));
      }
    }
    rows.append(result.replicate());
    rows.append(tables.cells().seed(result.cell()));
    rows.append(result.ended());
    rows.append(result.rounds());
    rows.append(result.cycleLength());
    rows.append(result.message());
    rows.append(replay(result));
    for (int metric = 0; metric < tables.metrics().size(); metric++) {
      Database.append(rows, result.last(metric));
      Database.append(rows, result.mean(metric));
    }
    rows.endRow();
  }

  private static void appendRounds(DuckDBAppender rows, TrialResult result) throws SQLException {
    for (int round = 0; round < result.rounds(); round++) {
      rows.beginRow();
      rows.append(result.cell());
      rows.append(result.replicate());
      rows.append(round + 1);
      for (int metric = 0; metric < result.metrics(); metric++) {
        Database.append(rows, result.value(round, metric));
      }
      rows.endRow();
    }
  }
}
