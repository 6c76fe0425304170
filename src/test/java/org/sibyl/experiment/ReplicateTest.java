package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.scenario.SampleScenario;

/** One replicate alone is what it is among the others. */
class ReplicateTest {
  @TempDir private Path folder;
  private Path file;
  private Path out;

  @BeforeEach
  void scenario() throws IOException {
    String text =
        SampleScenario.with("size: 4", "size: 12")
            .replace("{ type: ring }", "{ type: barabasi-albert }")
            .replace("initial: 0.5", "initial: { type: random-binary }");
    file = Files.writeString(folder.resolve("scenario.yaml"), text);
    out = folder.resolve("out");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void aloneItHasTheSameRounds(int replicate) {
    RunFolder all = RunFolder.of(file, folder.resolve("all"), "--replicates", 4, "--agents");
    RunFolder alone = RunFolder.of(file, out, "--replicate", replicate, "--agents");
    for (String table : List.of("rounds.csv", "individuals.csv")) {
      List<String> expected =
          all.lines(table).stream()
              .filter(line -> line.startsWith(replicate + ",") || line.startsWith("replicate,"))
              .toList();
      assertThat(expected).hasSizeGreaterThan(1);
      assertThat(alone.lines(table)).isEqualTo(expected);
    }
    JsonNode summary = alone.json("summary.json").path("replicates");
    assertThat(summary).hasSize(1);
    assertThat(summary.get(0))
        .isEqualTo(all.json("summary.json").path("replicates").get(replicate));
  }

  @Test
  void itIsNamedInWhatIsPrinted() {
    CommandRun run = CommandRun.of("run", file, "--replicate", 7, "--out", out);
    assertThat(run.out()).startsWith("replicate 7: ").doesNotContain("replicate 0");
  }

  @Test
  void itIsTheOnlyLineOfItsReport() {
    RunFolder run = RunFolder.of(file, out, "--replicate", 3);
    assertThat(run.text("report.html")).contains("\"lines\":[[1,").doesNotContain("\"lines\":[[],");
  }

  @Test
  void numbersCountFromZero() {
    CommandRun run = CommandRun.of("run", file, "--replicate", -1, "--out", out);
    assertThat(run.err()).isEqualToIgnoringNewLines("--replicate: -1 must be at least 0.");
    assertThat(run.code()).isEqualTo(2);
    assertThat(out).doesNotExist();
  }
}
