package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.experiment.sweep.Journal;
import org.sibyl.scenario.SampleScenario;

/** {@code report} makes again, from a folder alone, what stands in it. */
@Timeout(120)
class ReportCommandTest {
  private static final Object[] GRID = {
    "--vary", "network.file=edges.csv,star.csv", "--vary", "rounds=3,4", "--replicates", 2
  };

  @TempDir private Path folder;
  private Path file;
  private Path out;

  @BeforeEach
  void scenario() throws IOException {
    SampleScenario.writeNetworks(folder);
    Files.writeString(folder.resolve("star.csv"), "source,target\n0,1\n0,2\n0,3\n");
    file = Files.writeString(folder.resolve("scenario.yaml"), SampleScenario.onEdgeList());
    out = folder.resolve("out");
  }

  private CommandRun report() {
    return CommandRun.of("report", out);
  }

  /** Nothing but the folder is left. */
  private void deleteSources() throws IOException {
    Files.delete(file);
    Files.delete(folder.resolve("edges.csv"));
    Files.delete(folder.resolve("star.csv"));
  }

  // ---- of a run

  @ParameterizedTest
  @ValueSource(strings = {"", "--replicates 3", "--replicate 2", "--agents --seed 4"})
  void reportOfARunIsTheSameAgain(String options) throws IOException {
    Object[] words = options.isEmpty() ? new Object[0] : options.split(" ");
    RunFolder run = RunFolder.of(file, out, words);
    String before = run.text("report.html");
    Files.delete(out.resolve("report.html"));
    deleteSources();
    CommandRun again = report();
    assertThat(again)
        .isEqualTo(
            new CommandRun(
                0, "report: " + out.resolve("report.html") + System.lineSeparator(), ""));
    assertThat(run.text("report.html")).isEqualTo(before);
  }

  @Test
  void reportOfARunChangesNothingElse() throws IOException {
    RunFolder.of(file, out);
    Map<String, String> before = new SweepResults(out).everything();
    assertThat(report().code()).isZero();
    assertThat(new SweepResults(out).everything()).isEqualTo(before);
  }

  // ---- of a sweep

  @Test
  void reportOfASweepChangesNothing() throws IOException {
    SweepResults results = SweepResults.of(file, out, GRID);
    Map<String, String> before = results.everything();
    deleteSources();
    CommandRun again = report();
    assertThat(again.code()).isZero();
    assertThat(again.out()).startsWith("8 trials").contains("report: ");
    Map<String, String> after = results.everything();
    before.remove("results.duckdb");
    after.remove("results.duckdb");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void lostTablesAreMadeAgain() throws IOException {
    SweepResults results = SweepResults.of(file, out, GRID);
    String tables = results.tables();
    String page = results.text("report.html");
    for (String name : SweepResults.TABLES) {
      Files.delete(out.resolve(name));
    }
    Files.delete(out.resolve("report.html"));
    assertThat(report().code()).isZero();
    assertThat(results.tables()).isEqualTo(tables);
    assertThat(results.text("report.html")).isEqualTo(page);
  }

  @Test
  void baseValuesThatAreFilesStayAsTheyWereWritten() throws IOException {
    SweepResults results =
        SweepResults.of(file, out, "--design", "one-at-a-time", "--vary", "network.file=star.csv");
    assertThat(results.column("trials.csv", "network.file"))
        .extracting(text -> text.replace("\"", ""))
        .containsExactly("edges.csv", "star.csv");
    String before = results.tables();
    deleteSources();
    assertThat(report().code()).isZero();
    assertThat(results.tables()).isEqualTo(before);
  }

  @Test
  void unfinishedSweepIsShownAsFarAsItIs() throws IOException {
    SweepResults results = SweepResults.of(file, out, GRID);
    results.interrupt(results.journal().length / 2);
    Files.delete(out.resolve("report.html"));
    deleteSources();
    CommandRun run = report();
    assertThat(run.code()).isZero();
    int kept;
    try (Journal journal = Journal.open(out)) {
      kept = journal.entries().size();
    }
    assertThat(kept).isBetween(2, 5);
    assertThat(run.out()).startsWith(kept + " trials");
    assertThat(results.rows("trials.csv")).hasSize(kept);
    assertThat(results.text("report.html")).contains("\"designCells\":4");
  }

  @Test
  void sweepOfWhichNothingIsDoneHasAnEmptyReport() throws IOException {
    SweepResults results = SweepResults.of(file, out, GRID);
    results.interrupt(0);
    assertThat(report().out()).startsWith("0 trials");
    assertThat(results.rows("trials.csv")).isEmpty();
    assertThat(results.text("report.html")).contains("\"cells\":[]");
  }

  @Test
  void unfinishedSensitivitiesLeaveOutWhatIsMissing() throws IOException {
    SweepResults results =
        SweepResults.of(
            file,
            out,
            "--design",
            "{type: morris, trajectories: 4}",
            "--vary",
            "outcome.risk-of-loss=0.25..0.9",
            "--vary",
            "outcome.group-threshold=0.0..1.0",
            "--threads",
            1);
    results.interrupt(results.journal().length - 1);
    CommandRun run = report();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("3 trajectories, 1 left out for failed trials", "11 trials");
    assertThat(results.text("sensitivity.csv")).contains("3 trajectories, 1 left out");
  }

  @Test
  void reportOfASweepLoadsNothing() throws IOException {
    String page = SweepResults.of(file, out, GRID).text("report.html");
    String outsideScripts = page.replaceAll("(?s)<script>.*?</script>", "");
    assertThat(page).contains("<script>").doesNotContainPattern("<script\\s");
    assertThat(outsideScripts)
        .doesNotContainPattern("(?i)\\b(src|href|action|data)\\s*=")
        .doesNotContainPattern("(?i)<(link|iframe|object|embed|img|base)\\b")
        .doesNotContainPattern("(?i)@import|url\\s*\\(|https?:");
  }

  @Test
  void sweepThatIsBeingRunIsRefused() {
    SweepResults.of(file, out, GRID);
    try (Journal journal = Journal.open(out)) {
      CommandRun run = report();
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("the sweep in this folder is being run by this process.");
      assertThat(journal.entries()).hasSize(8);
    }
  }

  // ---- of something else

  @ParameterizedTest
  @ValueSource(strings = {"", "none", "scenario.yaml"})
  void somethingElseIsRefused(String name) {
    Path other = name.isEmpty() ? folder : folder.resolve(name);
    CommandRun run = CommandRun.of("report", other);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            other
                + ": is not the folder of a run or a sweep. Name one that './sibyl run' or './sibyl"
                + " sweep' printed.");
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder(
            "scenario.yaml",
            "edges.csv",
            "edges.graphml",
            "people.csv",
            "star.csv",
            "predictor.sibyl");
  }

  @Test
  void incompleteRunIsAFailureInOneLine() throws IOException {
    RunFolder.of(file, out);
    Files.delete(out.resolve("summary.json"));
    CommandRun run = report();
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).startsWith(out + "/summary.json: is missing. ").hasLineCount(1);
  }
}
