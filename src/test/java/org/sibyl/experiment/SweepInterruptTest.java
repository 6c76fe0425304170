package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sibyl.experiment.sweep.Journal;
import org.sibyl.scenario.SampleScenario;

/** A sweep that is interrupted, or runs out of disk, says what is kept, and goes on there. */
@Timeout(240)
class SweepInterruptTest {
  private static final Object[] GRID = {
    "--vary", "outcome.group-threshold=0.1..0.9/0.2", "--replicates", 30
  };

  private static final Pattern KEPT = Pattern.compile("interrupted: (\\d+) of 150 trials are kept");

  @TempDir private Path folder;
  private Path file;
  private Path out;

  @BeforeEach
  void scenario() throws IOException {
    String text =
        SampleScenario.with("size: 4", "size: 120")
            .replace("{ type: ring }", "{ type: barabasi-albert }")
            .replace("initial: 0.5", "initial: { type: random-binary }")
            .replace("rounds: 12", "rounds: 300\nstop: horizon");
    file = Files.writeString(folder.resolve("scenario.yaml"), text);
    out = folder.resolve("out");
  }

  private Process start(Object... more) throws IOException {
    Object[] arguments = new Object[4 + GRID.length + more.length];
    System.arraycopy(new Object[] {"sweep", file, "--out", out}, 0, arguments, 0, 4);
    System.arraycopy(GRID, 0, arguments, 4, GRID.length);
    System.arraycopy(more, 0, arguments, 4 + GRID.length, more.length);
    return JavaProcess.start(JavaProcess.current(), folder.resolve("printed"), arguments);
  }

  private String printed() throws IOException {
    return Files.readString(folder.resolve("printed"));
  }

  /** Waits until some trials are safe. */
  private void awaitTrials(Process sweep) throws Exception {
    Path journal = out.resolve("journal.bin");
    long end = System.nanoTime() + 120_000_000_000L;
    while (!Files.exists(journal) || Files.size(journal) < 20_000) {
      assertThat(sweep.isAlive()).as(printed()).isTrue();
      assertThat(System.nanoTime()).as("no trials within two minutes").isLessThan(end);
      Thread.sleep(5);
    }
  }

  private void interrupt(Process sweep, String signal) throws Exception {
    try {
      awaitTrials(sweep);
      InterruptTest.assumeNotIgnored(sweep, signal);
      new ProcessBuilder("kill", "-" + signal, Long.toString(sweep.pid())).start().waitFor();
      JavaProcess.end(sweep);
    } finally {
      sweep.destroyForcibly();
    }
  }

  private int kept() {
    try (Journal journal = Journal.open(out)) {
      return journal.entries().size();
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void interruptedSweepKeepsItsTrialsAndGoesOn(String signal, int code) throws Exception {
    Process sweep = start();
    interrupt(sweep, signal);
    assertThat(sweep.exitValue()).as(printed()).isEqualTo(code);
    Matcher said = KEPT.matcher(printed());
    assertThat(said.find()).as(printed()).isTrue();
    int promised = Integer.parseInt(said.group(1));
    assertThat(promised).isPositive();
    assertThat(kept()).isBetween(promised, 149);
    assertThat(printed())
        .contains(" in " + out + ". The same command goes on there")
        .doesNotContain("\tat ", "Exception");
    assertThat(out.resolve("trials.csv")).doesNotExist();

    int before = kept();
    CommandRun again = SweepResults.command(file, out, GRID);
    assertThat(again.code()).isZero();
    assertThat(again.out()).startsWith("150 trials, 0 failed; " + (150 - before) + " played now");
    assertThat(again.err()).contains("going on: " + before + " trials are there already");
    assertThat(new SweepResults(out).tables()).isEqualTo(undisturbed().tables());
    assertThat(new SweepResults(out).partial()).isEmpty();
  }

  private SweepResults undisturbed() {
    return SweepResults.of(file, folder.resolve("undisturbed"), GRID);
  }

  @Test
  void quietSweepIsInterruptedQuietly() throws Exception {
    Process sweep = start("--quiet");
    interrupt(sweep, "INT");
    assertThat(sweep.exitValue()).isEqualTo(130);
    assertThat(printed()).isEmpty();
    assertThat(kept()).isPositive();
  }

  // ---- no space

  @Test
  void sweepThatFillsTheDiskKeepsWhatItHasAndGoesOnElsewhere() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder, "400k")) {
      Path small = disk.path().resolve("out");
      CommandRun run = SweepResults.command(file, small, GRID);
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .contains(
              small.resolve("journal.bin") + ": cannot be written (IOException: No space left")
          .containsPattern(
              "The first \\d+ results are kept. Free some space and run the sweep again")
          .doesNotContain("\tat ");
      Files.createDirectory(out);
      for (String name : small.toFile().list()) {
        Files.copy(small.resolve(name), out.resolve(name));
      }
      assertThat(run.err()).contains("The first " + kept() + " results are kept.");
    }
    assertThat(kept()).isBetween(20, 149);
    CommandRun again = SweepResults.command(file, out, GRID);
    assertThat(again.code()).isZero();
    assertThat(new SweepResults(out).tables()).isEqualTo(undisturbed().tables());
  }

  /** The journal fits, the tables do not. */
  @Test
  void diskWithoutRoomForTablesKeepsAllTrials() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder, "1m")) {
      Path small = disk.path().resolve("out");
      CommandRun run = SweepResults.command(file, small, GRID);
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.err())
          .contains(small + ": the tables cannot be written (")
          .contains("The results are safe in journal.bin. Free some space and run the sweep again")
          .doesNotContain("\tat ");
      assertThat(small.toFile().list()).doesNotContain("trials.csv", ".partial-tables");
      Files.createDirectory(out);
      for (String name : small.toFile().list()) {
        Files.copy(small.resolve(name), out.resolve(name));
      }
    }
    assertThat(kept()).isEqualTo(150);
    assertThat(SweepResults.command(file, out, GRID).out())
        .startsWith("150 trials, 0 failed; 0 played now");
    assertThat(new SweepResults(out).tables()).isEqualTo(undisturbed().tables());
  }
}
