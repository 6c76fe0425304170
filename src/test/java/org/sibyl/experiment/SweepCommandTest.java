package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.experiment.sweep.Journal;
import org.sibyl.scenario.SampleScenario;

/** The command {@code sweep}: the same tables however it was run, and nothing is lost. */
@Timeout(120)
class SweepCommandTest {
  /** Noise from the network and the initial forecast, so that no two replicates are alike. */
  private static final String SCENARIO =
      SampleScenario.with("size: 4", "size: 12")
          .replace("{ type: ring }", "{ type: barabasi-albert }")
          .replace("initial: 0.5", "initial: { type: random-binary }");

  private static final Object[] VARIED = {
    "--vary", "outcome.risk-of-loss=0.3,0.5", "--vary", "outcome.group-threshold=0.25,0.5,0.75"
  };

  private static final Object[] GRID = and(VARIED, "--replicates", 3);

  @TempDir private Path folder;
  private Path file;
  private Path out;

  @BeforeEach
  void scenario() throws IOException {
    file = Files.writeString(folder.resolve("scenario.yaml"), SCENARIO);
    out = folder.resolve("out");
  }

  private SweepResults sweep(Object... options) {
    return SweepResults.of(file, out, options);
  }

  private static Object[] and(Object[] options, Object... more) {
    return Stream.concat(Stream.of(options), Stream.of(more)).toArray();
  }

  // ---- what a sweep writes

  @Test
  void everyFileIsThere() {
    CommandRun run = SweepResults.command(file, out, GRID);
    assertThat(run.code()).isZero();
    assertThat(out.toFile().list())
        .containsExactlyInAnyOrder(
            "sweep.yaml",
            "journal.bin",
            "journal.lock",
            "provenance.json",
            "trials.csv",
            "summary.csv",
            "differences.csv",
            "dictionary.csv",
            "rounds.parquet",
            "results.duckdb",
            "report.html");
    assertThat(run.err()).isEqualToIgnoringNewLines("sweep: 6 cells x 3 replicates in " + out);
    assertThat(run.out())
        .startsWith("18 trials, 0 failed; 18 played now in ")
        .contains("report: " + out.resolve("report.html"));
  }

  @Test
  void trialsAreOneLineEachInTheOrderOfTheGrid() {
    List<String> expected = new ArrayList<>();
    int cell = 0;
    for (String risk : List.of("0.3", "0.5")) {
      for (String threshold : List.of("0.25", "0.5", "0.75")) {
        for (int replicate = 0; replicate < 3; replicate++) {
          expected.add(cell + " " + risk + " " + threshold + " " + replicate);
        }
        cell++;
      }
    }
    assertThat(sweep(GRID).rows("trials.csv"))
        .extracting(
            row ->
                String.join(
                    " ",
                    row.get("cell"),
                    row.get("outcome.risk-of-loss"),
                    row.get("outcome.group-threshold"),
                    row.get("replicate")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void threadsDoNotChangeTables(int threads) throws IOException {
    SweepResults one = sweep(and(GRID, "--threads", 1));
    SweepResults more =
        SweepResults.of(file, folder.resolve("more"), and(GRID, "--threads", threads));
    assertThat(more.tables()).isEqualTo(one.tables());
    assertThat(more.file("rounds.parquet")).hasSameBinaryContentAs(one.file("rounds.parquet"));
  }

  @Test
  void aReplicateHasTheNoiseOfARunsReplicate() throws SQLException {
    sweep(GRID);
    for (int replicate = 0; replicate < 3; replicate++) {
      RunFolder run =
          RunFolder.of(
              file,
              folder.resolve("run-" + replicate),
              "--replicate",
              replicate,
              "--set",
              "outcome.risk-of-loss=0.5",
              "--set",
              "outcome.group-threshold=0.25");
      List<String> lines = run.lines("rounds.csv");
      assertThat(rounds(3, replicate)).isEqualTo(lines.subList(1, lines.size()));
    }
    assertThat(rounds(3, 0)).isNotEqualTo(rounds(3, 1));
  }

  /** Rounds of a trial as {@code rounds.csv} has them. */
  private List<String> rounds(int cell, int replicate) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT replicate, round, cooperation, accuracy FROM '"
                    + out.resolve("rounds.parquet")
                    + "' WHERE cell = "
                    + cell
                    + " AND replicate = "
                    + replicate
                    + " ORDER BY round")) {
      while (rows.next()) {
        lines.add(
            String.join(
                ",",
                rows.getString(1),
                rows.getString(2),
                Text.number(rows.getDouble(3)),
                Text.number(rows.getDouble(4))));
      }
    }
    return lines;
  }

  /** The same noise in every cell: initial forecasts do not depend on what is varied. */
  @Test
  void cellsDifferInNothingButWhatIsVaried() {
    SweepResults results = sweep("--vary", "name=a,b", "--vary", "rounds=12,13", "--replicates", 4);
    List<String> means = results.column("trials.csv", "accuracy-last");
    assertThat(means.subList(4, 8)).isEqualTo(means.subList(0, 4));
    assertThat(results.column("differences.csv", "difference"))
        .hasSize(12)
        .filteredOn(difference -> !difference.equals("0"))
        .hasSizeLessThan(12);
  }

  @Test
  void quietSweepPrintsNothing() {
    assertThat(SweepResults.command(file, out, and(GRID, "--quiet")))
        .isEqualTo(new CommandRun(0, "", ""));
  }

  @Test
  void sweepOfTheScenarioIsUsedWhereOptionsSayNothing() throws IOException {
    Files.writeString(
        file, SCENARIO + "sweep: { replicates: 2, vary: { outcome.risk-of-loss: [0.3, 0.5] } }\n");
    assertThat(sweep().column("trials.csv", "outcome.risk-of-loss"))
        .containsExactly("0.3", "0.3", "0.5", "0.5");
    SweepResults other =
        SweepResults.of(
            file, folder.resolve("other"), "--vary", "outcome.risk-of-loss=0.6", "--replicates", 1);
    assertThat(other.column("trials.csv", "outcome.risk-of-loss")).containsExactly("0.6");
  }

  @Test
  void overridesHoldInEveryCell() {
    SweepResults results = sweep("--vary", "seed=4..5", "--set", "stop=horizon", "--rounds", 3);
    assertThat(results.column("trials.csv", "rounds")).containsExactly("3", "3");
    assertThat(results.column("trials.csv", "seed")).containsExactly("4", "5");
    assertThat(results.text("sweep.yaml")).contains("rounds: 3\n");
  }

  // ---- again, and after interruptions

  @Test
  void secondTimeNothingIsPlayedAndNothingChanges() throws IOException {
    SweepResults results = sweep(GRID);
    Map<String, String> before = results.everything();
    CommandRun again = SweepResults.command(file, out, and(GRID, "--resume"));
    assertThat(again.code()).isZero();
    assertThat(again.out()).startsWith("18 trials, 0 failed; 0 played now in ");
    assertThat(again.err()).contains("going on: 18 trials are there already");
    Map<String, String> after = results.everything();
    for (String timed : List.of("provenance.json", "report.html", "results.duckdb")) {
      before.remove(timed);
      after.remove(timed);
    }
    assertThat(after).isEqualTo(before);
  }

  @Test
  void interruptedSweepEndsWithTheSameTables() throws IOException {
    SweepResults results = sweep(GRID);
    String whole = results.tables();
    int length = results.journal().length;
    for (int bytes : new int[] {0, 5, 8, 9, length / 3, length / 2 + 1, length - 1}) {
      results.interrupt(bytes);
      CommandRun again = SweepResults.command(file, out, and(GRID, "--threads", 2));
      assertThat(again.code()).isZero();
      assertThat(again.out()).doesNotContain(" 0 played now");
      assertThat(results.tables()).as("cut to %d bytes", bytes).isEqualTo(whole);
      assertThat(results.journal()).hasSize(length);
    }
  }

  @Test
  void tornWriteIsSaid() throws IOException {
    SweepResults results = sweep(GRID);
    results.interrupt(results.journal().length - 1);
    assertThat(SweepResults.command(file, out, GRID).err())
        .contains("going on: 17 trials are there already")
        .containsPattern("an interrupted write of \\d+ bytes was cut off; its trials run again");
  }

  @Test
  void whatAKilledBeginningLeftIsUsed() throws IOException {
    SampleScenario.writeNetworks(folder);
    Files.writeString(file, SampleScenario.onEdgeList());
    Files.createDirectories(out.resolve("inputs"));
    Files.writeString(out.resolve("inputs/edges.csv"), "torn");
    Files.createFile(out.resolve("journal.bin"));
    Files.createFile(out.resolve(".sweep.yaml.partial-1"));
    Files.createDirectories(out.resolve(".partial-tables/scratch"));
    SweepResults results = sweep("--vary", "rounds=3,4");
    assertThat(results.file("inputs/edges.csv"))
        .hasSameBinaryContentAs(folder.resolve("edges.csv"));
    assertThat(results.partial()).isEmpty();
  }

  // ---- folders that are not this sweep's

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--replicates 4 | replicates: 3 | replicates: 4",
        "--replicates 3 --seed 9 | seed: 0 | seed: 9",
        "--replicates 3 --set outcome.contribution-cost=0.1 | contribution-cost: 0.2 |"
            + " contribution-cost: 0.1",
        "--replicates 3 --vary outcome.risk-of-loss=0.3,0.6 | 0.3,0.5 | 0.3,0.6"
      })
  void folderOfAnotherSweepIsRefusedAndStays(String other, String theirs, String ours)
      throws IOException {
    SweepResults results = sweep(GRID);
    Map<String, String> before = results.everything();
    CommandRun run = SweepResults.command(file, out, and(VARIED, (Object[]) other.split(" ")));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(out + ": holds another sweep, with 18 finished trials.\n")
        .containsPattern(
            "It has '.*\\Q" + theirs + "\\E.*' where this has '.*\\Q" + ours + "\\E.*'")
        .contains("Choose another --out");
    assertThat(results.everything()).isEqualTo(before);
  }

  @Test
  void folderWithOtherFilesIsRefused() throws IOException {
    Files.createDirectory(out);
    Files.writeString(out.resolve("thesis.tex"), "");
    CommandRun run = SweepResults.command(file, out, GRID);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "--out "
                + out
                + ": holds files that are not a sweep's, like thesis.tex. Choose an empty folder.");
    assertThat(out.toFile().list()).containsExactly("thesis.tex");
  }

  @Test
  void folderOfARunIsRefused() throws IOException {
    RunFolder run = RunFolder.of(file, out);
    assertThat(SweepResults.command(file, out, GRID).code()).isEqualTo(2);
    assertThat(run.path().toFile().list()).doesNotContain("sweep.yaml", "journal.bin");
  }

  @Test
  void runDoesNotReplaceASweep() throws IOException {
    SweepResults results = sweep(GRID);
    Map<String, String> before = results.everything();
    CommandRun run = CommandRun.of("run", file, "--out", out);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("holds files that are not a run's");
    assertThat(results.everything()).isEqualTo(before);
  }

  @Test
  void fileInTheWayIsRefused() throws IOException {
    Files.writeString(out, "mine");
    CommandRun run = SweepResults.command(file, out, GRID);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("is a file, not a folder. Choose another --out.");
    assertThat(out).hasContent("mine");
  }

  @Test
  void folderThatIsInUseIsRefused() throws IOException {
    SweepResults results = sweep(GRID);
    try (Journal journal = Journal.open(out)) {
      CommandRun run = SweepResults.command(file, out, GRID);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err())
          .startsWith(out + ": the sweep in this folder is being run by this process.")
          .hasLineCount(1);
      assertThat(journal.entries()).hasSize(18);
    }
    assertThat(results.column("trials.csv", "cell")).hasSize(18);
  }

  @Test
  void damagedJournalIsRefusedAndStays() throws IOException {
    SweepResults results = sweep(GRID);
    byte[] damaged = results.journal();
    damaged[damaged.length / 2] ^= 0x10;
    Files.write(results.file("journal.bin"), damaged);
    CommandRun run = SweepResults.command(file, out, GRID);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(results.file("journal.bin") + ": damaged from byte ")
        .contains("Nothing was changed.");
    assertThat(results.journal()).isEqualTo(damaged);
  }

  @Test
  void journalWithoutItsSweepIsRefused() throws IOException {
    SweepResults results = sweep(GRID);
    byte[] before = results.journal();
    try (Stream<Path> files = Files.list(out)) {
      for (Path other : files.filter(path -> !path.endsWith("journal.bin")).toList()) {
        Files.delete(other);
      }
    }
    CommandRun run = SweepResults.command(file, out, GRID);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("holds 18 finished trials but no sweep.yaml");
    assertThat(results.journal()).isEqualTo(before);
  }
}
