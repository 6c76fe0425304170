package org.sibyl.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A scenario as a table that can be edited. */
class ScenarioValuesTest {
  private static LoadedScenario sample() {
    return ScenarioReader.parse("sample", SampleScenario.TEXT, Path.of(""), List.of());
  }

  private static ScenarioValue value(LoadedScenario scenario, String path) {
    return scenario.values().stream()
        .filter(value -> value.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyValueIsThereWithItsMeaning() {
    assertThat(sample().values())
        .extracting(ScenarioValue::path)
        .startsWith("name", "reference", "seed", "rounds")
        .contains(
            "population.trust", "trust", "outcome.risk-of-loss", "learning.initial", "metrics")
        .doesNotContain("sweep");
    assertThat(sample().values()).allSatisfy(v -> assertThat(v.meaning()).isNotBlank());
    assertThat(value(sample(), "outcome.risk-of-loss"))
        .isEqualTo(
            new ScenarioValue(
                "outcome.risk-of-loss",
                "0.4",
                "probability that a group below its threshold loses the endowment, in [0, 1]",
                false));
  }

  @Test
  void sectionsAreWrittenInOneLine() {
    ScenarioValue network = value(sample(), "network");
    assertThat(network.isSection()).isTrue();
    assertThat(network.yaml()).isEqualTo("{type: ring}");
  }

  /** Whatever it shows can be put back in its place, and nothing changes. */
  @TestFactory
  Stream<DynamicTest> everyShippedValueCanBePutBack() {
    return SampleScenario.shipped().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> putBack(ScenarioReader.read(file, List.of()))));
  }

  private static void putBack(LoadedScenario scenario) {
    Scenario expected = scenario.resolved().alone();
    for (ScenarioValue value : scenario.values()) {
      if (!value.yaml().isEmpty() && !value.path().equals("replicates")) {
        Scenario same = scenario.edited(value.path(), value.yaml()).resolved().alone();
        assertThat(same).as(value.path()).isEqualTo(expected);
      }
    }
  }

  @Test
  void aKeyOfASectionThatWasLeftOutCanBeSet() {
    LoadedScenario trusting = sample().edited("trust", "{type: bayesian}");
    assertThat(value(trusting, "trust.zero").yaml()).isEqualTo("floor");
    LoadedScenario drawn = sample().edited("population.innate-belief", "0.3");
    assertThat(value(drawn, "population.innate-belief").yaml()).isEqualTo("0.3");
  }

  @Test
  void aNetworkOfAnotherSizeTakesTheSizeAlong() {
    Path karate = Path.of("scenarios/collective-risk/karate.yaml");
    LoadedScenario ring = ScenarioReader.read(karate, List.of()).edited("network", "{type: ring}");
    assertThat(ring.scenario().size()).isEqualTo(34);
    LoadedScenario larger = ring.edited("population.size", "50");
    assertThat(larger.scenario().size()).isEqualTo(50);
    LoadedScenario back = larger.edited("network", "{type: edge-list, file: karate.csv}");
    assertThat(back.scenario().size()).isEqualTo(34);
  }

  @Test
  void aPartThatDoesNotFitIsRefusedAtOnce() {
    assertThatThrownBy(() -> sample().edited("learning.initial", "[0, 1]"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("learning");
  }
}
