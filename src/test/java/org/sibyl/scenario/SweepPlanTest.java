package org.sibyl.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sibyl.scenario.sweep.Grid;

/** From a scenario and options to the points of a sweep; what cannot be is refused with place. */
class SweepPlanTest {
  @TempDir private Path folder;

  private SweepPlan plan(String sweep, String... options) {
    String text = SampleScenario.TEXT + sweep;
    LoadedScenario base = ScenarioReader.parse("s.yaml", text, folder, List.of());
    return SweepPlan.of(base, List.of(options));
  }

  private static List<List<String>> settings(SweepPlan plan) {
    List<List<String>> all = new ArrayList<>();
    for (long point = 0; point < plan.points().size(); point++) {
      all.add(plan.settings(point));
    }
    return all;
  }

  @Test
  void sectionGivesSettings() {
    SweepPlan plan =
        plan(
            """
            sweep:
              vary:
                rounds: [3, 4]
                outcome.risk-of-loss: 0.2..0.4/0.1
            """);
    assertThat(plan.paths()).containsExactly("rounds", "outcome.risk-of-loss");
    assertThat(settings(plan))
        .hasSize(6)
        .startsWith(
            List.of("rounds=3", "outcome.risk-of-loss=0.2"),
            List.of("rounds=3", "outcome.risk-of-loss=0.3"))
        .endsWith(List.of("rounds=4", "outcome.risk-of-loss=0.4"));
  }

  @Test
  void optionsReplaceAndAdd() {
    SweepPlan plan =
        plan(
            "sweep: { vary: { rounds: 1..9, seed: 1..2 } }\n",
            "rounds=5,6",
            "network={type: star},{type: lattice, rows: 2, columns: 2}");
    assertThat(plan.paths()).containsExactly("rounds", "seed", "network");
    assertThat(plan.points().size()).isEqualTo(8);
    assertThat(plan.settings(7))
        .containsExactly("rounds=6", "seed=2", "network={type: lattice, rows: 2, columns: 2}");
  }

  @Test
  void optionsAloneMakeAGrid() {
    SweepPlan plan = plan("", "rounds=1..3");
    assertThat(plan.sweep().design()).isEqualTo(new Grid());
    assertThat(plan.points().size()).isEqualTo(3);
  }

  @Test
  void aPointIsAScenarioOfItsOwn() {
    SweepPlan plan = plan("sweep: { design: { type: one-at-a-time }, vary: { rounds: 5..6 } }\n");
    assertThat(plan.at(0).scenario()).isEqualTo(SampleScenario.read(folder));
    assertThat(plan.at(2).scenario()).isEqualTo(SampleScenario.read(folder, "rounds=6"));
    assertThat(plan.settings(0)).isEmpty();
  }

  @Test
  void settingsReadBackAsOverrides() {
    SweepPlan plan =
        plan("sweep: { vary: { name: ['1..3', \"a, b\", plain], network: [{ type: star }] } }\n");
    for (long point = 0; point < 3; point++) {
      Scenario set = SampleScenario.read(folder, plan.settings(point).toArray(String[]::new));
      assertThat(set).isEqualTo(plan.at(point).scenario());
    }
    assertThat(plan.at(0).scenario().name()).isEqualTo("1..3");
    assertThat(plan.at(1).scenario().name()).isEqualTo("a, b");
  }

  @Test
  void drawnPointsDependOnTheSeedOfTheScenario() {
    String sweep =
        "sweep: { design: { type: random, cells: 4 }, vary: { outcome.risk-of-loss: 0.0..1.0 } }\n";
    List<List<String>> once = settings(plan(sweep));
    assertThat(settings(plan(sweep))).isEqualTo(once).doesNotHaveDuplicates();
    assertThat(settings(plan("seed: 1\n" + sweep))).isNotEqualTo(once);
  }

  @Test
  void runsIgnoreTheSection() {
    String text = SampleScenario.TEXT + "sweep: { vary: { rounds: 0..3, no.such: 1 } }\n";
    Scenario scenario = ScenarioReader.parse("s.yaml", text, folder, List.of()).scenario();
    assertThat(scenario.rounds()).isEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "outcom.risk-of-loss=0.1 | unknown key 'outcom'. Known: outcome, ",
        "outcome.risk-of-los=0.1 | outcome: unknown key 'risk-of-los'. Known: risk-of-loss, ",
        "outcome.risk-of-loss=0..1.5/0.5 | outcome.risk-of-loss: 1.5 must lie in [0, 1]: ",
        "outcome.risk-of-loss=low,0.5 | outcome.risk-of-loss: the text 'low' must be a number ",
        "rounds=lin(1,2,3) | rounds: the number 1.5 must be a whole number ",
        "rounds=0..2000 | rounds: 0 must lie in [1, 1000000000]: ",
        "network=ring | network: must be a section like {type: name}, not the text 'ring'.",
        "rounds.x=1 | rounds is the number 12, not a section: it has no key 'x'.",
        "rounds=3..1 | rounds: '3..1' is an empty range. Write the lower end first.",
        "metrics=accuracy | vary: 'metrics' cannot be varied: all cells of a sweep share it.",
        "sweep.vary=1 | vary: 'sweep.vary' cannot be varied: ",
        "rounds | is not of the form path=values. Example: --vary ",
        "=3 | is not of the form path=values.",
      })
  void wrongOptionsAreRefused(String option, String message) {
    assertThatThrownBy(() -> plan("", option))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("--vary " + option + ": " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vary: { outcome.risk: 1 } | 10: outcome: unknown key 'risk'. Known: ",
        "vary: { outcome.risk-of-loss: 0..3 } | 10: outcome.risk-of-loss: 2 must lie in [0, 1]: ",
        "vary: { outcome.risk-of-loss: 0.5..0.9 } | 10: sweep: design: a grid needs single",
        "vary: {} | 10: sweep: design: there is nothing to vary. Name a path",
        "precision: { metrics: [welfare], half-width: 1 } | 10: sweep: design: there is nothing",
        "design: { type: list } | 10: sweep.design: there is nothing to vary.",
      })
  void wrongSectionsAreRefused(String key, String message) {
    assertThatThrownBy(() -> plan("sweep:\n  " + key + "\n"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("s.yaml:" + message);
  }

  @Test
  void drawnIntervalsMustSuitThePath() {
    String sweep = "sweep: { design: { type: sobol, cells: 4 }, vary: { rounds: 2.0..8.0 } }\n";
    assertThatThrownBy(() -> plan(sweep))
        .hasMessageStartingWith("s.yaml:9: rounds: the number 4.291796 must be a whole number");
    assertThat(plan(sweep.replace("2.0..8.0", "2..8")).points().size()).isEqualTo(4);
  }

  @Test
  void valuesAreTriedToTheLastUnlessTheyAreVeryMany() {
    assertThatThrownBy(() -> plan("", "rounds=999999900..1000000001"))
        .hasMessageContaining("rounds: 1000000001 must lie in");
    assertThatThrownBy(() -> plan("", "rounds=1..1000000001")).hasMessageContaining("more than");
    assertThatThrownBy(() -> plan("", "seed=1..1000000", "rounds=1,0"))
        .hasMessageContaining("rounds: 0 must lie in");
  }

  @Test
  void precisionNeedsWhatIsMeasured() {
    assertThatThrownBy(
            () ->
                plan(
                    """
                    sweep:
                      vary: { rounds: 1..3 }
                      precision:
                        half-width: 0.1
                        metrics: [welfare]
                    """))
        .hasMessage(
            "s.yaml:13: sweep.precision.metrics: 'welfare' is not measured. Add it to metrics.");
  }

  @Test
  void filesGivePathsAndPoints() throws IOException {
    String sweep = "sweep: { design: { type: file, file: points.csv } }\n";
    Path file = folder.resolve("points.csv");
    Files.writeString(file, "rounds,outcome.risk-of-loss\n3,0.5\n,0.25\n");
    SweepPlan plan = plan(sweep);
    assertThat(plan.paths()).containsExactly("rounds", "outcome.risk-of-loss");
    assertThat(settings(plan))
        .containsExactly(
            List.of("rounds=3", "outcome.risk-of-loss=0.5"), List.of("outcome.risk-of-loss=0.25"));

    Files.writeString(file, "rounds,outcome.risk-of-loss\n3,0.5\n4,5\n");
    assertThatThrownBy(() -> plan(sweep))
        .hasMessageStartingWith("point 2 of the sweep: outcome.risk-of-loss: 5 must lie in");
    Files.writeString(file, "rounds,metrics\n3,a\n");
    assertThatThrownBy(() -> plan(sweep)).hasMessageContaining("'metrics' cannot be varied");
    Files.writeString(file, "rounds,seed\n3\n");
    assertThatThrownBy(() -> plan(sweep))
        .hasMessageStartingWith("s.yaml:9: sweep.design: " + file + ":2: has 1 values");
  }

  // ---- values and files

  @Test
  void valuesShowWhatAPointLeavesAsItIs() {
    SweepPlan plan =
        plan(
            "sweep: { design: { type: one-at-a-time } }\n",
            "outcome.risk-of-loss=0.25",
            "outcome.endowment=2",
            "stop=horizon");
    assertThat(plan.values(0)).containsExactly("0.4", "1.0", "");
    assertThat(plan.values(1)).containsExactly("0.25", "1.0", "");
    assertThat(plan.values(2)).containsExactly("0.4", "2", "");
    assertThat(plan.values(3)).containsExactly("0.4", "1.0", "horizon");
    assertThat(plan.ownValues().keySet()).containsExactlyElementsOf(plan.paths());
    assertThat(plan.ownValues().values()).containsExactlyElementsOf(plan.values(0));
  }

  @Test
  void valuesOfAGridAreItsSettings() {
    SweepPlan plan = plan("", "rounds=3,4", "network={type: star},{type: ring}");
    for (long point = 0; point < 4; point++) {
      List<String> values = plan.values(point);
      assertThat(plan.settings(point))
          .containsExactly("rounds=" + values.get(0), "network=" + values.get(1));
    }
  }

  private SweepPlan onNetworks(String sweep, String... options) throws IOException {
    SampleScenario.writeNetworks(folder);
    Files.writeString(folder.resolve("star.csv"), "source,target\n0,1\n0,2\n0,3\n");
    LoadedScenario base =
        ScenarioReader.parse("s.yaml", SampleScenario.onEdgeList() + sweep, folder, List.of());
    return SweepPlan.of(base, List.of(options));
  }

  @Test
  void inputsAreAllFilesThatATrialMayRead() throws IOException {
    assertThat(onNetworks("", "rounds=3").inputs()).containsExactly(folder.resolve("edges.csv"));
    assertThat(onNetworks("", "network.file=star.csv,edges.csv").inputs())
        .containsExactlyInAnyOrder(folder.resolve("edges.csv"), folder.resolve("star.csv"));
    assertThat(onNetworks("", "network={type: ring},{type: edge-list, file: star.csv}").inputs())
        .contains(folder.resolve("star.csv"));
    assertThat(plan("", "rounds=3").inputs()).isEmpty();
  }

  @Test
  void inputsHoldAFileOfPointsAndTheFilesThatItNames() throws IOException {
    Path points = Files.writeString(folder.resolve("points.csv"), "network.file\nstar.csv\n");
    SweepPlan plan = onNetworks("sweep: { design: { type: file, file: points.csv } }\n");
    assertThat(plan.inputs())
        .containsExactlyInAnyOrder(points, folder.resolve("edges.csv"), folder.resolve("star.csv"));
  }

  @Test
  void recordedPlanNeedsNoFilesAndKeepsOwnValues() throws IOException {
    String sweep =
        "sweep: { design: { type: one-at-a-time }, vary: { network.file: [star.csv] } }\n";
    SweepPlan plan = onNetworks(sweep);
    Files.delete(folder.resolve("star.csv"));
    SweepPlan recorded = SweepPlan.ofRecorded(plan.base(), Map.of("network.file", "as written"));
    assertThat(recorded.inputs()).isEmpty();
    assertThat(recorded.settings(1)).isEqualTo(plan.settings(1));
    assertThat(recorded.values(0)).containsExactly("as written");
    assertThat(SweepPlan.ofRecorded(plan.base(), Map.of()).values(0)).isEqualTo(plan.values(0));
  }
}
