package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.scenario.Catalog;
import org.sibyl.scenario.Description;
import org.sibyl.scenario.Kind;
import org.sibyl.scenario.SampleScenario;
import org.sibyl.scenario.ScenarioReader;
import org.sibyl.scenario.Schema;
import picocli.CommandLine;

/** The commands around a run, their help and the answers to what they do not understand. */
class CommandLineTest {
  @TempDir private Path folder;

  static Stream<String> commands() {
    return new CommandLine(
            CommandLine.Model.CommandSpec.forAnnotatedObject(Main.class, new Uninstantiated()))
        .getSubcommands().keySet().stream();
  }

  /** Gives picocli no command object, which it does not need to list the commands. */
  private static final class Uninstantiated implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpOfEveryCommandHasAnExample(String command) {
    CommandRun help = CommandRun.of(command, "--help");
    assertThat(help.code()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out())
        .startsWith("Usage: sibyl " + command)
        .containsPattern("Example:\\R  ./sibyl " + command + "\\b");
  }

  @Test
  void thereAreCommands() {
    assertThat(commands()).contains("run", "describe", "list", "schema", "version");
  }

  @Test
  void withoutArgumentsHelpIsShown() {
    CommandRun help = CommandRun.of();
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("run", "describe").contains("Example:");
    assertThat(help).isEqualTo(CommandRun.of("--help"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rnu | Unmatched argument at index 0: 'rnu' | ./sibyl --help",
        "run | Missing required parameter: 'SCENARIO' | ./sibyl run --help",
        "run x.yaml --rounds abc | Invalid value for option '--rounds': 'abc' is not an int"
            + " | ./sibyl run --help",
        "run x.yaml --sett 1 | Unknown options: '--sett', '1' | ./sibyl run --help",
        "run x.yaml --set | Missing required parameter for option '--set' (path=value)"
            + " | ./sibyl run --help",
        "list figures | Invalid value for positional parameter at index 0 (WHAT): expected one of"
            + " [components, scenarios, reproductions] (case-sensitive) but was 'figures' | ./sibyl list --help"
      })
  void wrongCommandLineEndsWithCode2(String words, String message, String help) {
    CommandRun run = CommandRun.of((Object[]) words.split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(message)
        .contains("See '" + help + "'.")
        .doesNotContain("\tat ");
  }

  @Test
  void threadsMustBePositive() throws IOException {
    Path file = Files.writeString(folder.resolve("s.yaml"), SampleScenario.TEXT);
    CommandRun run = CommandRun.of("run", file, "--threads", 0, "--out", folder.resolve("out"));
    assertThat(run.err()).isEqualToIgnoringNewLines("--threads: 0 must be at least 1.");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void listNamesEveryComponent() {
    String printed = CommandRun.of("list", "components").out();
    for (Kind<?> kind : Catalog.KINDS) {
      assertThat(printed).containsPattern("(?m)^" + kind.name() + ":$");
      kind.names().forEach(name -> assertThat(printed).containsPattern("(?m)^  " + name + " +\\S"));
    }
  }

  @Test
  void listNamesEveryShippedScenario() {
    CommandRun run = CommandRun.of("list", "scenarios");
    assertThat(run.code()).isZero();
    SampleScenario.shipped()
        .forEach(file -> assertThat(run.out()).contains(file.toString().replace('\\', '/')));
  }

  @Test
  void describePrintsThePage() throws IOException {
    Path file = Files.writeString(folder.resolve("s.yaml"), SampleScenario.TEXT);
    CommandRun run = CommandRun.of("describe", file, "--set", "rounds=7");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            Description.odd(ScenarioReader.read(file, java.util.List.of("rounds=7")).resolved()));
  }

  @Test
  void describeExplainsErrorsLikeRun() {
    CommandRun run = CommandRun.of("describe", folder.resolve("none.yaml"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("none.yaml: does not exist.");
  }

  @Test
  void schemaPrintsTheSchema() throws IOException {
    String printed = CommandRun.of("schema").out();
    assertThat(Text.JSON.readTree(printed))
        .isEqualTo(Text.JSON.readTree(Schema.scenario().toString()));
  }

  @Test
  void versionNamesSibylAndJava() {
    CommandRun run = CommandRun.of("version");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .matches("sibyl \\S+ \\(commit ([0-9a-f]{7,}|unknown)\\), Java \\d+\\S*\\R");
  }
}
