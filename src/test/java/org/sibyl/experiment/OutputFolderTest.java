package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sibyl.scenario.SampleScenario;

/** Where a run may be recorded, and what is left when that fails: nothing. */
class OutputFolderTest {
  @TempDir private Path folder;
  private Path scenario;
  private Path out;

  @BeforeEach
  void scenario() throws IOException {
    scenario = Files.writeString(folder.resolve("scenario.yaml"), SampleScenario.TEXT);
    out = folder.resolve("out");
  }

  private CommandRun run(Path target) {
    return CommandRun.of("run", scenario, "--out", target);
  }

  @Test
  void missingFoldersAreMade() {
    Path deep = folder.resolve("a/b/c");
    CommandRun run = run(deep);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("report: ").contains("c/report.html");
    assertComplete(deep);
  }

  @Test
  void emptyFolderIsFilled() throws IOException {
    Files.createDirectory(out);
    assertThat(run(out).code()).isZero();
    assertComplete(out);
  }

  @Test
  void folderThatOnlyAKilledRunLeftIsFilled() throws IOException {
    Files.createDirectories(out.resolve(".partial-0"));
    assertThat(run(out).code()).isZero();
    assertThat(out.resolve("provenance.json")).exists();
  }

  @Test
  void olderRunIsReplaced() throws IOException {
    assertThat(CommandRun.of("run", scenario, "--out", out, "--agents").code()).isZero();
    String before = Files.readString(out.resolve("scenario.yaml"));
    assertThat(CommandRun.of("run", scenario, "--out", out, "--seed", 5).code()).isZero();
    assertThat(out.resolve("individuals.csv")).doesNotExist();
    assertThat(Files.readString(out.resolve("scenario.yaml")))
        .contains("seed: 5\n")
        .isNotEqualTo(before);
    assertComplete(out);
  }

  @Test
  void folderWithOtherFilesIsRefused() throws IOException {
    Files.createDirectory(out);
    Files.writeString(out.resolve("thesis.tex"), "");
    CommandRun run = run(out);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "--out " + out + ": holds files that are not a run's. Choose an empty folder.");
    assertThat(out.toFile().list()).containsExactly("thesis.tex");
  }

  @Test
  void fileInTheWayIsRefused() throws IOException {
    Files.writeString(out, "mine");
    CommandRun run = run(out);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "--out " + out + ": is a file, not a folder. Choose another --out.");
    assertThat(out).hasContent("mine");
    assertNothingPartial(folder);
  }

  @Test
  void folderBelowAFileCannotBeWritten() {
    CommandRun run = run(scenario.resolve("out"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .startsWith(scenario.resolve("out") + ": cannot be written (")
        .endsWith("Nothing was kept. Free some space or choose another --out." + newLine())
        .hasLineCount(1);
  }

  @Test
  void folderThatTheSystemForbidsCannotBeWritten() {
    Path forbidden = Path.of("/proc/sibyl/out");
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "there is no /proc here");
    CommandRun run = run(forbidden);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).startsWith(forbidden + ": cannot be written (").hasLineCount(1);
  }

  @Test
  void failureThatIsNoMistakeOfTheUserIsTracedOnlyWithDebug() {
    CommandRun run = CommandRun.of("run", scenario, "--debug", "--out", scenario.resolve("out"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("OutputException", "Caused by: ", "\tat org.sibyl.experiment.");
  }

  @Test
  void fullDiskLeavesNothing() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder, "64k")) {
      CommandRun run = run(disk.path().resolve("out"));
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.err()).contains("cannot be written (IOException: No space left on device)");
      assertThat(disk.path()).isEmptyDirectory();
    }
  }

  @Test
  void diskThatIsFullBeforeTheRoundsEndLeavesNothing() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder, "64k")) {
      Path target = disk.path().resolve("out");
      CommandRun run =
          CommandRun.of(
              "run",
              scenario,
              "--agents",
              "--set",
              "stop=horizon",
              "--rounds",
              5000,
              "--out",
              target);
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.err()).contains("No space left on device").hasLineCount(1);
      assertThat(disk.path()).isEmptyDirectory();
    }
  }

  @Test
  void diskOfItsOwnCanBeTheFolder() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder, "16m")) {
      assertThat(run(disk.path()).err()).isEmpty();
      assertComplete(disk.path());
    }
  }

  private static String newLine() {
    return System.lineSeparator();
  }

  private static void assertComplete(Path target) {
    assertThat(target.toFile().list())
        .containsExactlyInAnyOrder(
            "scenario.yaml",
            "rounds.csv",
            "summary.json",
            "provenance.json",
            "replay.json",
            "report.html");
    assertNothingPartial(target.getParent());
  }

  private static void assertNothingPartial(Path parent) {
    assertThat(parent.toFile().list()).noneMatch(name -> name.contains("partial"));
  }
}
