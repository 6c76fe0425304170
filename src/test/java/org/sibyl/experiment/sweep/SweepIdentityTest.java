package org.sibyl.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.experiment.InputFiles;
import org.sibyl.scenario.SampleScenario;
import org.sibyl.scenario.ScenarioReader;
import org.sibyl.scenario.SweepPlan;

/** What makes a sweep, and a trial, the same one or another. */
class SweepIdentityTest {
  private static final String SWEEP = "sweep: { replicates: 3, vary: { rounds: [3, 4] } }\n";

  @TempDir private Path folder;

  @BeforeEach
  void networks() throws IOException {
    SampleScenario.writeNetworks(folder);
  }

  private SweepIdentity identity(String sweep, String... overrides) {
    var base =
        ScenarioReader.parse(
            "s.yaml", SampleScenario.onEdgeList() + sweep, folder, List.of(overrides));
    SweepPlan plan = SweepPlan.of(base, List.of());
    return SweepIdentity.of(plan, InputFiles.of(plan.inputs()));
  }

  private static String key(SweepIdentity identity) {
    return identity.key(0, List.of("rounds=3"), 0);
  }

  @Test
  void sameSweepIsTheSame() {
    assertThat(identity(SWEEP).text()).isEqualTo(identity(SWEEP).text());
    assertThat(identity(SWEEP).id()).isEqualTo(identity(SWEEP).id()).matches("[0-9a-f]{12}");
    assertThat(key(identity(SWEEP))).isEqualTo(key(identity(SWEEP))).matches("[0-9a-f]{32}");
  }

  @Test
  void trialsOfASweepHaveKeysOfTheirOwn() {
    SweepIdentity identity = identity(SWEEP);
    assertThat(
            List.of(
                identity.key(0, List.of("rounds=3"), 0),
                identity.key(0, List.of("rounds=3"), 1),
                identity.key(1, List.of("rounds=3"), 0),
                identity.key(0, List.of("rounds=31"), 0),
                identity.key(0, List.of("rounds=3", "seed=1"), 0),
                identity.key(0, List.of("rounds=3seed=1"), 0),
                identity.key(0, List.of(), 0)))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"seed=1", "outcome.risk-of-loss=0.39", "metrics=[accuracy]", "reference=new"})
  void anotherScenarioMakesOtherTrials(String override) {
    assertThat(key(identity(SWEEP, override))).isNotEqualTo(key(identity(SWEEP)));
    assertThat(identity(SWEEP, override).id()).isNotEqualTo(identity(SWEEP).id());
  }

  /** The trials that both sweeps have are the same, the sweeps are not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sweep.replicates=4",
        "sweep.vary={rounds: [3, 4, 5]}",
        "sweep.design={type: one-at-a-time}"
      })
  void anotherSweepOfTheSameScenarioHasTheSameTrials(String override) {
    assertThat(key(identity(SWEEP, override))).isEqualTo(key(identity(SWEEP)));
    assertThat(identity(SWEEP, override).id()).isNotEqualTo(identity(SWEEP).id());
  }

  @Test
  void contentOfAFileCounts() throws IOException {
    SweepIdentity before = identity(SWEEP);
    Files.writeString(folder.resolve("edges.csv"), "source,target\n0,1\n1,2\n2,0\n2,3\n");
    assertThat(key(identity(SWEEP))).isNotEqualTo(key(before));
    assertThat(identity(SWEEP).id()).isNotEqualTo(before.id());
  }

  @Test
  void placeOfAFileDoesNotCount() throws IOException {
    SweepIdentity before = identity(SWEEP);
    folder = Files.createDirectory(folder.resolve("moved"));
    SampleScenario.writeNetworks(folder);
    assertThat(identity(SWEEP).text()).isEqualTo(before.text());
    assertThat(key(identity(SWEEP))).isEqualTo(key(before));
  }

  @Test
  void textIsAScenario() throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy/inputs")).getParent();
    SampleScenario.writeNetworks(copy.resolve("inputs"));
    Path file = Files.writeString(copy.resolve("sweep.yaml"), identity(SWEEP).text());
    var read = ScenarioReader.read(file, List.of());
    assertThat(SweepPlan.of(read, List.of()).settings(1)).containsExactly("rounds=4");
    assertThat(identity(SWEEP).text())
        .startsWith("# sibyl ")
        .containsPattern("\n# inputs/edges.csv sha256 [0-9a-f]{64}\n");
  }
}
