package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sibyl.scenario.SampleScenario;

/** A run that is interrupted says so by its exit code and leaves nothing. */
class InterruptTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"INT, 130, new", "TERM, 143, new", "INT, 130, empty"})
  void interruptedRunLeavesNothing(String signal, int code, String found) throws Exception {
    Path out = folder.resolve("results").resolve("out");
    if (found.equals("empty")) {
      Files.createDirectories(out);
    }
    Process run = endlessRun(out);
    try {
      awaitRounds(run);
      assumeNotIgnored(run, signal);
      new ProcessBuilder("kill", "-" + signal, Long.toString(run.pid())).start().waitFor();
      assertThat(JavaProcess.end(run)).isEqualTo(code);
    } finally {
      run.destroyForcibly();
    }
    assertThat(Files.readString(folder.resolve("printed"))).isEmpty();
    assertThat(files()).isEmpty();
  }

  private Process endlessRun(Path out) throws IOException {
    Path scenario =
        Files.writeString(folder.resolve("scenario.yaml"), SampleScenario.TEXT + "stop: horizon\n");
    return JavaProcess.start(
        JavaProcess.current(),
        folder.resolve("printed"),
        "run",
        scenario,
        "--rounds",
        1_000_000_000,
        "--out",
        out);
  }

  /** Waits until the run is writing rounds. */
  private void awaitRounds(Process run) throws Exception {
    long end = System.nanoTime() + 120_000_000_000L;
    while (files().stream().noneMatch(this::isWritten)) {
      assertThat(run.isAlive()).as(() -> printed()).isTrue();
      assertThat(System.nanoTime()).as("no rounds within two minutes").isLessThan(end);
      Thread.sleep(20);
    }
  }

  private boolean isWritten(Path file) {
    return file.endsWith("rounds.csv") && file.toFile().length() > 0;
  }

  private String printed() {
    try {
      return Files.readString(folder.resolve("printed"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** All files and all partial folders of results. */
  private List<Path> files() throws IOException {
    Path results = folder.resolve("results");
    if (!Files.exists(results)) {
      return List.of();
    }
    try (var all = Files.walk(results)) {
      return all.filter(path -> Files.isRegularFile(path) || path.toString().contains("partial"))
          .toList();
    } catch (UncheckedIOException e) {
      return List.of(); // something vanished meanwhile
    }
  }

  /** A background job of a shell ignores interrupts, and so do the processes it starts. */
  static void assumeNotIgnored(Process run, String signal) throws IOException {
    Path status = Path.of("/proc/" + run.pid() + "/status");
    if (signal.equals("INT") && Files.exists(status)) {
      String ignored =
          Files.readAllLines(status).stream()
              .filter(line -> line.startsWith("SigIgn:"))
              .map(line -> line.substring("SigIgn:".length()).strip())
              .findFirst()
              .orElse("0");
      Assumptions.assumeTrue(
          (Long.parseUnsignedLong(ignored, 16) & 1L << 1) == 0, "interrupts are ignored here");
    }
  }
}
