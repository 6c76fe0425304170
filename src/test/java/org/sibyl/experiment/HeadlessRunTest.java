package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does without a screen knows nothing of windows. */
class HeadlessRunTest {
  private static final Path KARATE = Path.of("scenarios/collective-risk/karate.yaml");

  @TempDir Path folder;

  /** Runs Sibyl with options of Java's before the class; gives the exit code. */
  private static int sibyl(Path printed, List<String> options, Object... arguments)
      throws Exception {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        Stream.of(
                Stream.of(JavaProcess.current().resolve("bin/java").toString(), "-Xmx512m"),
                options.stream(),
                Stream.of("-cp", classPath, Main.class.getName()),
                Stream.of(arguments).map(Object::toString))
            .flatMap(part -> part)
            .toList();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
    builder.environment().remove("DISPLAY");
    return JavaProcess.end(builder.start());
  }

  @Test
  void aRunLoadsNoClassOfWindows() throws Exception {
    Path classes = folder.resolve("classes.txt");
    int code =
        sibyl(
            folder.resolve("printed.txt"),
            List.of("-Xlog:class+load:file=" + classes),
            "run",
            KARATE,
            "--out",
            folder.resolve("run"));
    assertThat(code).isZero();
    assertThat(Files.readAllLines(classes))
        .hasSizeGreaterThan(500)
        .noneMatch(
            line -> line.matches(".*\\b(java\\.awt|javax\\.swing|sim\\.display|org\\.jfree)\\..*"));
  }

  @Test
  void withoutAScreenTheWindowsSayWhatToDoInstead() throws Exception {
    Path printed = folder.resolve("printed.txt");
    int code = sibyl(printed, List.of("-Djava.awt.headless=false"), "gui", KARATE);
    assertThat(code).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(Files.readAllLines(printed)).hasSize(2);
    assertThat(Files.readString(printed))
        .startsWith("gui: no window can be opened here (")
        .contains("./sibyl run", "./sibyl report");
  }
}
