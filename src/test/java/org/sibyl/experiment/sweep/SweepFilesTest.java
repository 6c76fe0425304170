package org.sibyl.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sibyl.experiment.JavaProcess;
import org.sibyl.experiment.OutputException;
import org.sibyl.experiment.SmallDisk;

/** The tables say what the journal says, sorted, and appear whole or not at all. */
@Timeout(120)
class SweepFilesTest {
  private static final SweepTables TABLES =
      SampleResults.tables(
          List.of("model.rate", "rounds", "stop"),
          cell -> List.of("0." + cell, Long.toString(10 + cell), cell == 0 ? "stable" : "a, b"),
          List.of(
              new MetricColumn("risk", "share", "[0, 1]"),
              new MetricColumn("Round", "rounds", "[0, inf)")));

  @TempDir private Path folder;

  private void write(List<TrialResult> results) {
    write(folder, results);
  }

  private static void write(Path folder, List<TrialResult> results) {
    try (Journal journal = Journal.open(folder)) {
      results.forEach(journal::append);
      journal.flush();
      SweepFiles.write(folder, journal, TABLES);
    }
  }

  private List<Map<String, String>> table(String name) throws IOException {
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(folder.resolve(name).toFile())) {
      return rows.readAll();
    }
  }

  /** Rows of a query of the database, or of files in the folder. */
  private List<List<Object>> query(String sql) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("results.duckdb"));
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql.replace("$", folder.toString()))) {
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.add(result.getObject(column));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void trialsAreSortedWithSettingsLastValuesAndMeans() throws IOException {
    write(
        List.of(
            SampleResults.failed(1, 0),
            SampleResults.with(0, 1, 0.1, 3, 0.2, Double.NaN),
            SampleResults.with(0, 0, Double.NaN, 1, Double.NaN, 1e300)));
    assertThat(folder.resolve("trials.csv"))
        .hasContent(
            """
            cell,model.rate,scenario.rounds,stop,replicate,seed,ended,rounds,cycle-length,message,replay,\
            risk-last,risk-mean,Round-last,Round-mean
            0,0.0,10,stable,0,-1,cycle,2,2,,,,,1.0E300,5.0E299
            0,0.0,10,stable,1,-1,horizon,2,0,,,0.2,0.15000000000000002,3,3
            1,0.1,11,"a, b",0,0,failed,0,0,"model.rate: 2, ""großes"" must lie in [0, 1].","play 1,0",,,,
            """);
  }

  @Test
  void tablesDoNotDependOnTheOrderInWhichTrialsFinished() throws IOException {
    List<TrialResult> results = new ArrayList<>(SampleResults.many(12, 5));
    write(results);
    for (int seed = 0; seed < 3; seed++) {
      Path other = folder.resolve("shuffled-" + seed);
      Collections.shuffle(results, new Random(seed));
      write(other, results);
      for (String name : SweepFiles.NAMES) {
        if (name.endsWith(".csv")) {
          assertThat(other.resolve(name)).hasSameBinaryContentAs(folder.resolve(name));
        }
      }
    }
    assertThat(Files.readAllLines(folder.resolve("trials.csv"))).hasSize(61);
  }

  @Test
  void databaseAndParquetHoldEveryNumberOfEveryRound() throws SQLException {
    List<TrialResult> results = new ArrayList<>(SampleResults.many(3, 2));
    results.add(SampleResults.with(3, 0, Double.NaN, -0.0, Double.POSITIVE_INFINITY, 0.1));
    results.add(SampleResults.failed(4, 0));
    List<List<Object>> rounds = new ArrayList<>();
    for (TrialResult result : results) {
      for (int round = 0; round < result.rounds(); round++) {
        List<Object> row = new ArrayList<>();
        Collections.addAll(row, result.cell(), result.replicate(), round + 1);
        row.add(orMissing(result.value(round, 0)));
        row.add(orMissing(result.value(round, 1)));
        rounds.add(row);
      }
    }
    Collections.shuffle(results, new Random(1));
    write(results);
    String columns = "SELECT cell, replicate, round, risk, \"metric.Round\" ";
    assertThat(query(columns + "FROM rounds")).isEqualTo(rounds);
    assertThat(query(columns + "FROM '$/rounds.parquet'")).isEqualTo(rounds);
    assertThat(query("SELECT DISTINCT compression FROM parquet_metadata('$/rounds.parquet')"))
        .containsExactly(List.of("ZSTD"));
  }

  private static Object orMissing(double value) {
    return Double.isNaN(value) ? null : value;
  }

  @Test
  void databaseHoldsTheTrials() throws SQLException {
    write(List.of(SampleResults.of(1, 0), SampleResults.of(0, 1), SampleResults.failed(2, 0)));
    assertThat(
            query(
                "SELECT cell, \"model.rate\", \"scenario.rounds\", stop, replicate, seed, ended, rounds,"
                    + " \"cycle-length\", message, replay, \"risk-last\", \"Round-mean\" FROM trials"))
        .isEqualTo(
            List.of(
                List.<Object>of(
                    0L,
                    0.0,
                    10.0,
                    "stable",
                    1,
                    -1L,
                    "horizon",
                    3,
                    0,
                    "",
                    "",
                    0.12890625,
                    0.1279296875),
                List.<Object>of(
                    1L,
                    0.1,
                    11.0,
                    "a, b",
                    0,
                    0L,
                    "horizon",
                    3,
                    0,
                    "",
                    "",
                    1.00390625,
                    1.0029296875),
                row(
                    2L,
                    0.2,
                    12.0,
                    "a, b",
                    0,
                    1L,
                    "failed",
                    0,
                    0,
                    TRIAL_MESSAGE,
                    "play 2,0",
                    null,
                    null)));
  }

  private static final String TRIAL_MESSAGE = SampleResults.failed(2, 0).message();

  private static List<Object> row(Object... values) {
    List<Object> row = new ArrayList<>();
    Collections.addAll(row, values);
    return row;
  }

  @Test
  void dictionaryNamesEveryColumnOfEveryTable() throws IOException, SQLException {
    write(SampleResults.many(2, 2));
    List<Map<String, String>> dictionary = table("dictionary.csv");
    for (String name : List.of("trials", "summary", "differences")) {
      String header = Files.readAllLines(folder.resolve(name + ".csv")).get(0);
      assertThat(String.join(",", columns(dictionary, name))).isEqualTo(header);
    }
    assertThat(columns(dictionary, "rounds"))
        .containsExactly("cell", "replicate", "round", "risk", "metric.Round");
    assertThat(query("SELECT * FROM dictionary"))
        .isEqualTo(dictionary.stream().map(row -> List.<Object>copyOf(row.values())).toList());
    assertThat(query("SELECT unit, range FROM dictionary WHERE \"column\" = 'risk-mean'"))
        .containsExactly(List.of("share", "[0, 1]"));
    for (String name : List.of("trials", "rounds")) {
      assertThat(
              query(
                  "SELECT column_name FROM information_schema.columns WHERE table_name = '"
                      + name
                      + "' ORDER BY ordinal_position"))
          .extracting(row -> row.get(0).toString())
          .isEqualTo(columns(dictionary, name));
    }
  }

  private static List<String> columns(List<Map<String, String>> dictionary, String table) {
    return dictionary.stream()
        .filter(row -> row.get("table").equals(table))
        .map(row -> row.get("column"))
        .toList();
  }

  /**
   * Values 1, 2, 3, 4 have mean 2.5, deviation sqrt(5/3) and, with Student's quantile 3.1824463 of
   * three degrees of freedom, the interval 2.5 -+ 3.1824463 * 1.2909944 / 2.
   */
  @Test
  void summaryHasStudentsIntervals() throws IOException {
    List<TrialResult> results = new ArrayList<>();
    for (int replicate = 0; replicate < 4; replicate++) {
      // last is 1, 2, 3, 4; mean is 10 more, as the first round has 20 more
      results.add(SampleResults.with(0, replicate, replicate + 21, 5, replicate + 1, Double.NaN));
    }
    results.add(SampleResults.failed(0, 4));
    write(results);
    List<Map<String, String>> summary = table("summary.csv");
    assertThat(summary)
        .extracting(row -> row.get("metric") + " " + row.get("value"))
        .containsExactly("risk last", "risk mean", "Round last", "Round mean");
    assertThat(summary).allSatisfy(row -> assertThat(row).containsEntry("trials", "5"));
    assertThat(summary).allSatisfy(row -> assertThat(row).containsEntry("failed", "1"));
    assertThat(summary).allSatisfy(row -> assertThat(row).containsEntry("count", "4"));
    assertThat(summary).allSatisfy(row -> assertThat(row).containsEntry("model.rate", "0.0"));
    assertInterval(summary.get(0), "mean", 2.5, 1.2909944487, 0.4457397, 4.5542603);
    assertInterval(summary.get(1), "mean", 12.5, 1.2909944487, 10.4457397, 14.5542603);
    assertInterval(summary.get(2), "mean", 5, 0, 5, 5);
  }

  private static void assertInterval(
      Map<String, String> row, String mean, double middle, double sd, double low, double high) {
    assertThat(Double.parseDouble(row.get(mean))).isCloseTo(middle, within(1e-7));
    assertThat(Double.parseDouble(row.get("sd"))).isCloseTo(sd, within(1e-7));
    assertThat(Double.parseDouble(row.get("low"))).isCloseTo(low, within(1e-7));
    assertThat(Double.parseDouble(row.get("high"))).isCloseTo(high, within(1e-7));
  }

  /**
   * Replicates 0 and 2 are sound in both cells; they differ by 3 and 5: mean 4, deviation sqrt(2),
   * and with the quantile 12.7062047 of one degree of freedom the interval 4 -+ 12.7062047.
   */
  @Test
  void differencesArePairedOverCommonReplicates() throws IOException {
    write(
        List.of(
            SampleResults.with(2, 0, 100, 1),
            SampleResults.with(2, 1, 500, 1),
            SampleResults.with(2, 2, 300, 1),
            SampleResults.with(5, 0, 103, 1),
            SampleResults.failed(5, 1),
            SampleResults.with(5, 2, 305, 1),
            SampleResults.with(5, 3, 999, 1)));
    List<Map<String, String>> differences = table("differences.csv");
    assertThat(differences).hasSize(4);
    Map<String, String> row = differences.get(0);
    assertThat(row)
        .containsEntry("cell", "5")
        .containsEntry("against", "2")
        .containsEntry("metric", "risk")
        .containsEntry("value", "last")
        .containsEntry("count", "2");
    assertInterval(row, "difference", 4, 1.41421356, -8.7062047, 16.7062047);
  }

  @Test
  void oneReplicateHasAMeanAndNoInterval() throws IOException {
    write(List.of(SampleResults.with(0, 0, 7, 1)));
    assertThat(table("summary.csv").get(0))
        .containsEntry("mean", "7")
        .containsEntry("sd", "")
        .containsEntry("low", "")
        .containsEntry("high", "");
    assertThat(table("differences.csv")).isEmpty();
  }

  @Test
  void journalWithoutResultsMakesEmptyTables() throws IOException, SQLException {
    write(List.of());
    assertThat(table("trials.csv")).isEmpty();
    assertThat(query("SELECT * FROM rounds")).isEmpty();
  }

  @Test
  void tablesAreReplacedAndNothingElseIsLeft() throws IOException, SQLException {
    write(SampleResults.many(1, 1));
    Files.createDirectories(folder.resolve(".partial-tables"));
    Files.writeString(folder.resolve(".partial-tables/trials.csv"), "of a killed run");
    Files.writeString(folder.resolve("results.duckdb.wal"), "of a killed shell");
    write(SampleResults.many(3, 1));
    assertThat(table("trials.csv")).hasSize(3);
    assertThat(query("SELECT count(*) FROM trials")).containsExactly(List.of(3L));
    List<String> expected = new ArrayList<>(SweepFiles.NAMES);
    expected.addAll(List.of(Journal.FILE, "journal.lock"));
    assertThat(folder.toFile().list()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void folderWithCharactersThatMeanSomethingElsewhere() throws IOException {
    Path strange = folder.resolve("O'Neill; 100% \"größer\"");
    write(strange, SampleResults.many(1, 1));
    assertThat(strange.resolve("results.duckdb")).isNotEmptyFile();
    assertThat(strange.resolve("rounds.parquet")).isNotEmptyFile();
  }

  @Test
  void fullDiskLeavesTheOlderTables() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder, "4m")) {
      Path sweep = disk.path().resolve("sweep");
      write(sweep, SampleResults.many(1, 1));
      String before = Files.readString(sweep.resolve("trials.csv"));
      List<TrialResult> large =
          List.of(SampleResults.of(1, 0, 50_000), SampleResults.of(2, 0, 50_000));
      assertThatThrownBy(() -> write(sweep, large))
          .isInstanceOf(OutputException.class)
          .hasMessageStartingWith(sweep + ": the tables cannot be written (")
          .hasMessageContaining("\nThe results are safe in journal.bin. Free some space");
      assertThat(sweep.resolve("trials.csv")).hasContent(before);
      assertThat(sweep.resolve(".partial-tables")).doesNotExist();
      try (Journal journal = Journal.open(sweep)) {
        assertThat(journal.entries()).hasSize(3);
      }
    }
  }

  @Test
  void resultsOfAnotherSweepAreRefused() {
    TrialResult other = new TrialResult(4, 2, "key", "stable", "", 1, 0, 3, new double[] {1, 2, 3});
    assertThatThrownBy(() -> write(List.of(other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "cell 4, replicate 2: has 3 metrics, the scenario 2."
                + " The journal is another sweep's: choose another folder.");
  }

  @Test
  void metricsOfTheSameNameAreRefused() {
    List<MetricColumn> twice =
        List.of(new MetricColumn("risk", "", ""), new MetricColumn("Risk", "", ""));
    assertThatThrownBy(() -> SampleResults.tables(List.of(), cell -> List.of(), twice))
        .hasMessage("metrics: 'Risk' is there twice. Give every metric a name of its own.");
  }

  @Test
  void millionRoundsFitIntoASmallHeap() throws Exception {
    Path printed = folder.resolve("printed.txt");
    Process child =
        JavaProcess.start(
            JavaProcess.current(), printed, SweepProcess.class, "256m", folder.resolve("sweep"));
    assertThat(JavaProcess.end(child)).as("%s", Files.readString(printed)).isZero();
    System.out.print("a million rounds of eight metrics: " + Files.readString(printed));
    assertThat(query("SELECT count(*), max(\"metric-7\") <= 1 FROM '$/sweep/rounds.parquet'"))
        .containsExactly(List.of(1_000_000L, true));
  }
}
