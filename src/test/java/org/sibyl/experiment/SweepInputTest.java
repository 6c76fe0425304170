package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sibyl.scenario.SampleScenario;

/** What a sweep is asked for: mistakes are told before anything is made, files become its own. */
@Timeout(120)
class SweepInputTest {
  @TempDir private Path folder;
  private Path file;
  private Path out;

  @BeforeEach
  void scenario() throws IOException {
    file = Files.writeString(folder.resolve("scenario.yaml"), SampleScenario.TEXT);
    out = folder.resolve("out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--vary outcom.risk-of-loss=0.1 | --vary outcom.risk-of-loss=0.1: unknown key 'outcom'.",
        "--vary outcome.risk-of-loss=0.1,7 | --vary outcome.risk-of-loss=0.1,7:"
            + " outcome.risk-of-loss: 7 must lie in [0, 1]",
        "--vary rounds=3..1 | --vary rounds=3..1: rounds: '3..1' is an empty range."
            + " Write the lower end first.",
        "--vary rounds=2.0..4.0 | FILE:1: sweep: design: a grid needs single",
        "--vary rounds=3 --replicates 0 | --set sweep.replicates=0: sweep.replicates: 0 must lie"
            + " in",
        "--vary rounds=3 --threads 0 | --threads: 0 must be at least 1.",
        "--vary rounds=3 --engine slurm | --engine 'slurm': must be one of local, spark.",
        "--vary rounds=3 --master spark://host:7077 | --master spark://host:7077: the engine local"
            + " has no cluster. Add --engine spark, or leave it out.",
        "--vary rounds=3 --design gird | --design: unknown 'gird'. Known: grid, ",
        "--vary rounds=3 --design grid --cells 5 | --cells 5: only designs that draw have a number"
            + " of cells. Add --design random, lhs or sobol.",
        "--vary rounds=3 --cells 5 | --cells 5: only designs that draw have a number of cells.",
        "--vary rounds=3 --replicates x | Invalid value for option '--replicates': 'x' is not an"
            + " int",
        "--vary seed=1..10000000 --replicates 2 | sweep: has 20000000 trials, more than 10000000."
            + " Give fewer values or replicates, or add --yes.",
        "--vary seed=1..10000000 --replicates 1000000 | sweep: has 10000000000000 trials, more",
        "--replicates 3 | --set sweep.replicates=3: sweep: design: there is nothing to vary. Name",
      })
  void mistakesAreExplainedAndLeaveNothing(String options, String message) {
    CommandRun run = SweepResults.command(file, out, (Object[]) options.split(" "));
    assertThat(run.err())
        .startsWith(message.replace("FILE", file.toString()))
        .doesNotContain("\tat ");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(folder.toFile().list()).containsExactly("scenario.yaml");
  }

  @Test
  void missingScenarioIsTold() {
    CommandRun run = SweepResults.command(folder.resolve("none.yaml"), out, "--vary", "rounds=3");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("none.yaml: does not exist.");
  }

  @Test
  void folderThatCannotBeMadeIsAFailure() {
    CommandRun run = SweepResults.command(file, file.resolve("out"), "--vary", "rounds=3");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("cannot be opened for writing").hasLineCount(1);
  }

  @Test
  void byteOrderMarkIsNoError() throws IOException {
    Files.writeString(file, "\uFEFF" + SampleScenario.TEXT);
    assertThat(SweepResults.command(file, out, "--vary", "rounds=3").code()).isZero();
  }

  // ---- --dry-run

  @Test
  void dryRunListsEveryCellAndKeepsNothing() {
    CommandRun run =
        SweepResults.command(
            file,
            out,
            "--vary",
            "rounds=3,4",
            "--vary",
            "stop=stable,horizon",
            "--replicates",
            5,
            "--threads",
            1,
            "--dry-run");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            cell,replicates,rounds,stop
            0,0-4,3,stable
            1,0-4,3,horizon
            2,0-4,4,stable
            3,0-4,4,horizon
            """);
    assertThat(run.err())
        .matches("20 trials in 4 cells; about [0-9.]+ s on 1 thread and [0-9]+ MB of disk\\R");
    assertThat(folder.toFile().list()).containsExactly("scenario.yaml");
  }

  @Test
  void dryRunOfReplicatesByNeedGivesARange() throws IOException {
    Files.writeString(
        file,
        SampleScenario.TEXT
            + "sweep: { precision: { metrics: [accuracy], half-width: 0.1, minimum: 4, maximum: 12"
            + " } }\n");
    CommandRun run = SweepResults.command(file, out, "--vary", "rounds=3,4", "--dry-run");
    assertThat(run.out()).contains("\n0,0-3,3\n");
    assertThat(run.err()).startsWith("8 to 24 trials in 2 cells; about ").contains(" s to ");
  }

  @Test
  void dryRunTellsTrialsThatWillFail() {
    CommandRun run =
        SweepResults.command(
            file,
            out,
            "--set",
            "network={type: random-regular, degree: 3}",
            "--vary",
            "population.size=4,5",
            "--dry-run");
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .containsPattern("\\d+ of \\d+ tried trials failed, like cell 1: .*must be even");
  }

  // ---- files

  private void twoNetworks() throws IOException {
    Files.createDirectory(folder.resolve("nets"));
    Files.writeString(folder.resolve("nets/a.csv"), "source,target\n0,1\n1,2\n2,3\n");
    Files.writeString(folder.resolve("nets/b.csv"), "source,target\n0,1\n0,2\n0,3\n");
    Files.writeString(
        file, SampleScenario.onEdgeList().replace("file: edges.csv", "file: nets/a.csv"));
  }

  private CommandRun varyNetworks() {
    return SweepResults.command(file, out, "--vary", "network.file=nets/a.csv,nets/b.csv");
  }

  @Test
  void filesThatAreVariedAreCopied() throws IOException {
    twoNetworks();
    assertThat(varyNetworks().code()).isZero();
    for (String name : List.of("a.csv", "b.csv")) {
      assertThat(out.resolve("inputs").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("nets").resolve(name));
    }
    SweepResults results = new SweepResults(out);
    assertThat(results.text("sweep.yaml"))
        .contains("file: inputs/a.csv")
        .containsPattern(
            "# inputs/a.csv sha256 [0-9a-f]{64}\n# inputs/b.csv sha256 [0-9a-f]{64}\n");
    assertThat(results.column("trials.csv", "network.file"))
        .containsExactly("nets/a.csv", "nets/b.csv");
    assertThat(results.column("trials.csv", "cooperation-mean")).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"a.csv", "b.csv"})
  void changedFileMakesAnotherSweep(String changed) throws IOException {
    twoNetworks();
    varyNetworks();
    SweepResults results = new SweepResults(out);
    var before = results.everything();
    Files.writeString(
        folder.resolve("nets").resolve(changed), "source,target\n0,1\n1,2\n2,3\n3,0\n");
    CommandRun again = varyNetworks();
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err())
        .contains("holds another sweep, with 2 finished trials.")
        .contains("It has '# inputs/" + changed + " sha256 ");
    assertThat(results.everything()).isEqualTo(before);
  }

  @Test
  void filesOfTheSameNameAreToldApart() throws IOException {
    twoNetworks();
    Files.createDirectory(folder.resolve("more"));
    Files.writeString(folder.resolve("more/a.csv"), "source,target\n0,1\n0,2\n");
    CommandRun run =
        SweepResults.command(file, out, "--vary", "network.file=nets/a.csv,more/a.csv");
    assertThat(run.code()).isZero();
    try (Stream<Path> copies = Files.list(out.resolve("inputs"))) {
      assertThat(copies.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("a.csv", "2-a.csv");
    }
  }

  @Test
  void pointsOfAFileAreTried() throws IOException {
    Files.writeString(folder.resolve("points.csv"), "rounds,outcome.risk-of-loss\n3,0.5\n,0.25\n");
    CommandRun run = SweepResults.command(file, out, "--design", "{type: file, file: points.csv}");
    assertThat(run.err()).startsWith("sweep: 2 cells x 1 replicate in ");
    assertThat(new SweepResults(out).rows("trials.csv"))
        .extracting(row -> row.get("scenario.rounds") + " " + row.get("outcome.risk-of-loss"))
        .containsExactly("3 0.5", "12 0.25");
    assertThat(out.resolve("inputs/points.csv"))
        .hasSameBinaryContentAs(folder.resolve("points.csv"));
  }
}
