package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.scenario.BadScenario;
import org.sibyl.scenario.SampleScenario;

/** Wrong input ends with code 2, a message with place and remedy, and no output. */
class BadInputTest {
  @TempDir private Path folder;
  private Path file;
  private Path out;

  @BeforeEach
  void networkFiles() throws IOException {
    SampleScenario.writeNetworks(folder);
    Files.createFile(folder.resolve("a--b.csv"));
    file = folder.resolve("scenario.yaml");
    out = folder.resolve("out");
  }

  static Stream<BadScenario> errors() {
    return Stream.concat(BadScenario.all().stream(), BadScenario.unreadable().stream());
  }

  @ParameterizedTest
  @MethodSource("errors")
  void errorIsExplained(BadScenario bad) throws IOException {
    Files.writeString(file, bad.text());
    // seconds at most; the bound is for hanging, and leaves room for a machine under heavy load
    CommandRun run = Assertions.assertTimeout(Duration.ofSeconds(120), () -> run());
    assertThat(run.err())
        .matches(printed -> bad.explains(printed, file.toString()), file + bad.message());
    assertRefused(run);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "source,target|0,1|1,1 # :3: 1,1 joins an individual to itself. Remove the line.",
        "source,target|0,1|1,0 # :3: 1,0 repeats the edge of line 2."
            + " Give each edge once, in either direction.",
        "source,target|0,1|1,5 # :3: the largest id is 5, but id 2 never appears."
            + " Number the individuals 0..n-1 without gaps.",
        "source,target|0,1|2,x # :3: target 'x' must be a whole number from 0 on."
            + " Number the individuals 0..n-1.",
        "0,1 # :1: header '0,1' must be 'source,target'. Make it the first line.",
        "source,target # :1: no edges after the header."
            + " Give the header 'source,target' and one line for each edge."
      })
  void errorInAnEdgeListNamesItsLine(String lines, String message) throws IOException {
    Path edges = folder.resolve("edges.csv");
    Files.writeString(edges, lines.replace("|", "\n"));
    Files.writeString(file, SampleScenario.onEdgeList());
    CommandRun run = run();
    assertThat(run.err()).isEqualToIgnoringNewLines(edges + message);
    assertRefused(run);
  }

  @Test
  void fileInAnotherEncodingIsRefused() throws IOException {
    Files.write(file, "name: Góis\n".getBytes(StandardCharsets.ISO_8859_1));
    CommandRun run = run();
    assertThat(run.err()).startsWith(file + ": is not UTF-8 text. Save it as UTF-8.");
    assertRefused(run);
  }

  @Test
  void folderIsNoScenario() {
    CommandRun run = CommandRun.of("run", folder, "--out", out);
    assertThat(run.err()).startsWith(folder + ": is a folder. Name a scenario file in it.");
    assertRefused(run);
  }

  @Test
  void missingScenarioSuggestsOneWithANearName() throws IOException {
    Files.writeString(file, SampleScenario.TEXT);
    CommandRun run = CommandRun.of("run", folder.resolve("scenaro.yaml"), "--out", out);
    assertThat(run.err())
        .endsWith(
            "scenaro.yaml: does not exist. ./sibyl list scenarios shows what there is."
                + " Maybe you meant 'scenario.yaml'."
                + System.lineSeparator());
    assertRefused(run);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "rounds # --set rounds: is not of the form path=value."
            + " Example: --set outcome.group-threshold=0.4",
        "=3 # --set =3: is not of the form path=value."
            + " Example: --set outcome.group-threshold=0.4",
        "rounds= # --set rounds=: rounds: must be a single value, not nothing"
            + " (rounds at most, in [1, 1000000000]).",
        "rounds.x=3 # --set rounds.x=3: rounds is the number 12, not a section:"
            + " it has no key 'x'.",
        "outcome.risk-of-loss.x=3 # --set outcome.risk-of-loss.x=3: outcome.risk-of-loss is the"
            + " number 0.4, not a section: it has no key 'x'.",
        "outcome.risk-of-loss=2 # --set outcome.risk-of-loss=2: outcome.risk-of-loss: 2 must lie in"
            + " [0, 1]: probability that a group below its threshold loses the endowment.",
        "name=a: b: c # --set name=a: b: c: not valid YAML: mapping values are not allowed here."
      })
  void wrongOverrideIsExplained(String override, String message) throws IOException {
    Files.writeString(file, SampleScenario.TEXT);
    CommandRun run = run("--set", override);
    assertThat(run.err()).isEqualToIgnoringNewLines(message);
    assertRefused(run);
  }

  @Test
  void overrideOfAnUnknownPathNamesTheNearest() throws IOException {
    Files.writeString(file, SampleScenario.TEXT);
    CommandRun run = run("--set", "roudns=3");
    assertThat(run.err())
        .startsWith("--set roudns=3: unknown key 'roudns'. Known: rounds, ")
        .contains(" Maybe you meant 'rounds'.");
    assertRefused(run);
  }

  @Test
  void debugShowsWhereInTheProgram() throws IOException {
    Files.writeString(file, SampleScenario.with("0.4", "high"));
    CommandRun run = run("--debug");
    assertThat(run.err()).contains("ScenarioException", "\tat org.sibyl.scenario.");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void costNotBelowRiskIsAWarning() throws IOException {
    Files.writeString(file, SampleScenario.with("cost: 0.2", "cost: 0.4"));
    CommandRun run = run();
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "warning: "
                + file
                + ": contribution-cost 0.4 is not below risk-of-loss 0.4:"
                + " cooperating never pays, so nobody will cooperate.");
    assertThat(run.code()).isZero();
  }

  @Test
  void quietRunDoesNotWarn() throws IOException {
    Files.writeString(file, SampleScenario.with("cost: 0.2", "cost: 0.4"));
    assertThat(run("--quiet")).isEqualTo(new CommandRun(0, "", ""));
  }

  @Test
  void byteOrderMarkIsNoError() throws IOException {
    Files.writeString(file, "\uFEFF" + SampleScenario.TEXT);
    assertThat(run().code()).isZero();
  }

  @Test
  void populationBeyondMemoryIsAFailureInOneLine() throws IOException {
    Files.writeString(file, SampleScenario.with("size: 4", "size: 2147483647"));
    CommandRun run = run();
    assertThat(run.err()).startsWith("not enough memory (").hasLineCount(1);
    assertThat(run.code()).isEqualTo(3);
    assertThat(out).doesNotExist();
  }

  private CommandRun run(String... more) {
    return CommandRun.of(
        Stream.concat(Stream.of("run", file, "--out", out), List.of(more).stream()).toArray());
  }

  private void assertRefused(CommandRun run) {
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).doesNotContain("\tat ").hasLineCount(1);
    assertThat(out).doesNotExist();
    assertThat(folder.toFile().list()).noneMatch(name -> name.contains(".partial"));
  }
}
