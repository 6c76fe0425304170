package org.sibyl.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sibyl.scenario.LoadedScenario;
import org.sibyl.scenario.ScenarioReader;

/** Features are shown under the names that their source gives them. */
class FeatureNamesTest {
  private static final String SCENARIO =
      """
      name: names
      rounds: 5
      population: { features: { type: table, file: people.csv, label: default, bias: true } }
      network: { type: isolated }
      behavior: { type: strategic-features, sensitivity: 1, features: [1] }
      outcome: { type: recorded-labels }
      carryover: { type: keep }
      task: { loss: { type: squared }, regularization: 1 }
      learning: { type: repeated-risk-minimization, start: 1 }
      metrics: [performative-risk]
      """;

  @TempDir private Path folder;

  private LoadedScenario scenario() throws IOException {
    Files.writeString(folder.resolve("people.csv"), "age,default,income\n30,0,3\n40,1,5\n");
    return ScenarioReader.parse("names", SCENARIO, folder, List.of());
  }

  private static List<String> named(LoadedScenario scenario) {
    return Variable.of(scenario.world(0)).stream().map(Variable::name).toList();
  }

  @Test
  void discsCanBeFilledByName() throws IOException {
    assertThat(named(scenario())).endsWith("feature age", "feature income", "feature bias");
    assertThat(Variable.of(scenario().world(0))).filteredOn(Variable::isFeature).hasSize(3);
  }

  @Test
  void inspectorsTellThemByName() throws IOException {
    Laboratory laboratory = new Laboratory(scenario());
    laboratory.start();
    laboratory.simulation().playRound();
    IndividualInspector inspector = new IndividualInspector(laboratory, 1);
    // income falls by sensitivity times its weight, both 1
    assertThat(inspector.lines())
        .contains(
            new Biography.Line("feature age before", "40"),
            new Biography.Line("feature age after", "40"),
            new Biography.Line("feature income before", "5"),
            new Biography.Line("feature income after", "4"),
            new Biography.Line("feature bias after", "1"));
  }

  @Test
  void lawsNumberTheirsAndPeopleWithoutFeaturesShowTheirLastAction() {
    assertThat(named(read("performative/regression-rrm.yaml", "population.features.dimension=2")))
        .endsWith("feature x1", "feature x2");
    assertThat(named(read("collective-risk/karate.yaml")))
        .endsWith("payoff", "feature last action");
  }

  private static LoadedScenario read(String name, String... set) {
    return ScenarioReader.read(Path.of("scenarios", name), List.of(set));
  }
}
