package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.scenario.SampleScenario;

/** Every scenario in the folder runs, for a few rounds, and gives finite numbers. */
class ShippedScenariosTest {
  @TempDir private Path folder;

  static Stream<Path> shipped() {
    return SampleScenario.shipped().stream();
  }

  @Test
  void thereAreSome() {
    assertThat(shipped()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void fiveRoundsAreFinite(Path scenario) {
    RunFolder run =
        RunFolder.of(scenario, folder.resolve("out"), "--set", "rounds=5", "--set", "replicates=1");
    List<String> lines = run.lines("rounds.csv");
    assertThat(lines).hasSizeBetween(2, 6);
    for (String line : lines.subList(1, lines.size())) {
      assertThat(line.split(",", -1))
          .allSatisfy(number -> assertThat(number).matches("-?\\d+(\\.\\d+(E-?\\d+)?)?|"));
    }
  }
}
