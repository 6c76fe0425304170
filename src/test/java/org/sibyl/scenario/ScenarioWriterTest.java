package org.sibyl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.learning.GivenForecast;
import org.sibyl.learning.RepeatedRiskMinimization;
import org.sibyl.numeric.Values;

/** Whatever a scenario holds, what is written reads back the same. */
class ScenarioWriterTest {
  @TempDir private Path folder;

  private Scenario again(Scenario scenario) {
    String yaml = ScenarioWriter.yaml(scenario, file -> file);
    return ScenarioReader.parse("again", yaml, folder, List.of()).scenario();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "~",
        "yes",
        "5",
        "-1",
        "1e5",
        "1E5",
        ".inf",
        ".nan",
        "NaN",
        "0x1F",
        "010",
        "1_000",
        "2025-01-01",
        "12:30:45",
        "- a",
        "# c",
        "a # c",
        "a: b",
        "a:",
        " a ",
        "a\nb",
        "a\n",
        "\ta",
        "'",
        "\"",
        "'a' \"b\"",
        "!foo",
        "&a",
        "*a",
        "@x",
        "`x`",
        "%x",
        "{",
        "[a]",
        "? a",
        "=",
        "<<",
        "|",
        ">",
        "\\n",
        "é",
        "😀",
        "a\u2028b",
        "a\u00a0b",
        "\ufeffa",
        "</script>",
        "---",
        "a, b",
        "a very long name that goes on and on and on, beyond the eighty columns after which"
            + " a writer of YAML may think of folding a line into two"
      })
  void nameReadsBack(String name) {
    Scenario plain = SampleScenario.read(folder);
    Scenario named = withTexts(plain, name);
    assertThat(again(named)).isEqualTo(named);
  }

  private static Scenario withTexts(Scenario s, String text) {
    return new Scenario(
        text,
        text,
        s.seed(),
        s.rounds(),
        s.episodeLength(),
        s.stop(),
        s.replicates(),
        s.population(),
        s.network(),
        s.behavior(),
        s.trust(),
        s.outcome(),
        s.carryover(),
        s.survey(),
        s.task(),
        s.risk(),
        s.decisions(),
        s.learning(),
        s.metrics(),
        s.sweep());
  }

  static DoubleStream numbers() {
    return DoubleStream.of(
        0,
        1,
        0.1,
        1 / 3.0,
        Math.nextDown(1),
        Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Math.scalb(1, -44),
        2.2E-322,
        2e-3,
        1e-9,
        0.1 + 0.2);
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void numberReadsBack(double number) {
    Scenario scenario = SampleScenario.read(folder, "learning.initial=" + number);
    assertThat(scenario.learning())
        .isEqualTo(new RepeatedRiskMinimization(new GivenForecast(Values.all(number))));
    assertThat(again(scenario)).isEqualTo(scenario);
  }

  @Test
  void listsReadBack() {
    Scenario scenario =
        SampleScenario.read(folder, "learning.initial=[0, 5.684341886080802E-14, 0.1, 1]");
    assertThat(again(scenario)).isEqualTo(scenario);
    assertThat(ScenarioWriter.yaml(scenario, file -> file)).contains("- 5.684341886080802E-14\n");
  }

  @Test
  void extremeSeedsReadBack() {
    for (long seed : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, -1}) {
      Scenario scenario = SampleScenario.read(folder, "seed=" + seed);
      assertThat(again(scenario)).isEqualTo(scenario);
      assertThat(scenario.seed()).isEqualTo(seed);
    }
  }

  @Test
  void sweepsReadBack() {
    Scenario scenario =
        SampleScenario.read(
            folder,
            "sweep={design: {type: morris, trajectories: 7}, precision: {metrics: [accuracy],"
                + " half-width: 0.05}, vary: {rounds: 1..9, outcome.endowment: 0.0..1,"
                + " a: 0..1/0.3, b: 'log(1e-3,1,4)', c: 'lin(1,2,3)', d: 5, e: 'x,{t: [1, 2]}',"
                + " f: [1..3, '1', \"it's, \\\"so\\\"\", 2/3, {type: ring, k: ~}, [a, b]]}}");
    assertThat(again(scenario)).isEqualTo(scenario);
    assertThat(again(scenario).sweep().orElseThrow().vary().keySet())
        .containsExactly("rounds", "outcome.endowment", "a", "b", "c", "d", "e", "f");
    assertThat(scenario.sweep().orElseThrow().vary().get("f").count()).isEqualTo(6);
  }

  @Test
  void fractionsStayFractions() {
    Scenario scenario = SampleScenario.read(folder, "outcome.group-threshold=2/3");
    assertThat(ScenarioWriter.yaml(scenario, file -> file)).contains("group-threshold: 2/3\n");
    assertThat(again(scenario)).isEqualTo(scenario);
  }
}
