package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sibyl.scenario.SampleScenario;

/** A trial that fails is a row of its own, with a line that plays it again; the others go on. */
@Timeout(120)
class SweepFailuresTest {
  /** Four individuals cannot have five edges each; found when the network is made. */
  private static final Object[] SIZES = {
    "--vary", "population.size=4,6,5,8", "--replicates", 2, "--seed", 5
  };

  @TempDir private Path folder;
  private Path file;
  private Path out;

  @BeforeEach
  void scenario() throws IOException {
    String text =
        SampleScenario.with("{ type: ring }", "{ type: barabasi-albert, edges-per-node: 5 }")
            .replace("initial: 0.5", "initial: { type: random-binary }");
    file = Files.writeString(folder.resolve("it's one.yaml"), text);
    out = folder.resolve("out");
  }

  private static final Pattern WORD = Pattern.compile("'([^']*)'|\\\\(.)|([^\\s'\\\\]+)|(\\s+)");

  /** Words of a line as a shell takes them. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    Matcher pieces = WORD.matcher(line);
    while (pieces.find()) {
      if (pieces.group(4) != null) {
        words.add(word.toString());
        word.setLength(0);
      } else {
        for (int group = 1; group <= 3; group++) {
          word.append(pieces.group(group) == null ? "" : pieces.group(group));
        }
      }
    }
    words.add(word.toString());
    return words;
  }

  @Test
  void failedTrialsAreRowsAndTheOthersGoOn() {
    CommandRun run = SweepResults.command(file, out, SIZES);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).startsWith("8 trials, 4 failed; 8 played now in ");
    SweepResults results = new SweepResults(out);
    assertThat(results.rows("trials.csv"))
        .extracting(row -> row.get("population.size") + " " + row.get("ended").equals("failed"))
        .containsExactly(
            "4 true", "4 true", "6 false", "6 false", "5 true", "5 true", "8 false", "8 false");
    assertThat(results.rows("trials.csv"))
        .allSatisfy(row -> assertThat(row.get("seed")).isEqualTo("5"))
        .filteredOn(row -> row.get("ended").equals("failed"))
        .allSatisfy(
            row -> {
              assertThat(row.get("message")).contains("edges-per-node", "5");
              assertThat(row.get("replay")).startsWith("./sibyl run ");
              assertThat(row.get("rounds")).isEqualTo("0");
              assertThat(row.get("cooperation-mean")).isEmpty();
            });
    assertThat(results.rows("trials.csv"))
        .filteredOn(row -> !row.get("ended").equals("failed"))
        .allSatisfy(
            row ->
                assertThat(row.get("message") + row.get("replay")).as("of a good one").isEmpty());
  }

  @Test
  void failuresAreCountedInTheSummary() {
    SweepResults.command(file, out, SIZES);
    assertThat(new SweepResults(out).rows("summary.csv"))
        .filteredOn(row -> row.get("metric").equals("accuracy") && row.get("value").equals("mean"))
        .extracting(row -> row.get("trials") + " " + row.get("failed") + " " + row.get("count"))
        .containsExactly("2 2 0", "2 0 2", "2 2 0", "2 0 2");
  }

  @Test
  void replayedTrialFailsInTheSameWay() {
    SweepResults.command(file, out, SIZES);
    List<Map<String, String>> failed =
        new SweepResults(out)
            .rows("trials.csv").stream().filter(row -> row.get("ended").equals("failed")).toList();
    assertThat(failed).hasSize(4);
    for (Map<String, String> row : failed) {
      List<String> words = words(row.get("replay"));
      assertThat(words.subList(0, 3)).containsExactly("./sibyl", "run", file.toString());
      assertThat(words.subList(words.size() - 2, words.size()))
          .containsExactly("--replicate", row.get("replicate"));
      List<Object> arguments = new ArrayList<>(words.subList(1, words.size()));
      arguments.add("--out");
      arguments.add(folder.resolve("replay"));
      CommandRun again = CommandRun.of(arguments.toArray());
      assertThat(again.code()).isNotZero();
      assertThat(again.err().strip().replaceAll("\\s+", " ")).isEqualTo(row.get("message"));
      assertThat(folder.resolve("replay")).doesNotExist();
    }
  }

  @Test
  void firstFailuresAreShownWithTheirLines() {
    CommandRun run = SweepResults.command(file, out, SIZES);
    List<String> lines = run.err().lines().toList();
    Map<String, String> first = new SweepResults(out).rows("trials.csv").get(0);
    assertThat(lines)
        .containsSequence(
            "cell 0, replicate 0 failed: " + first.get("message"), "  " + first.get("replay"))
        .endsWith("and 1 more; trials.csv has all of them.");
    assertThat(lines).filteredOn(line -> line.contains("replicate 1 failed: ")).hasSize(1);
  }

  @Test
  void quietSweepStillTellsFailures() {
    CommandRun run = SweepResults.command(file, out, "--vary", "population.size=5,6", "--quiet");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("cell 0, replicate 0 failed: ").hasLineCount(2);
  }

  @Test
  void failuresAreKeptLikeResults() {
    SweepResults.command(file, out, SIZES);
    String before = new SweepResults(out).tables();
    CommandRun again = SweepResults.command(file, out, SIZES);
    assertThat(again.code()).isEqualTo(3);
    assertThat(again.out()).startsWith("8 trials, 4 failed; 0 played now in ");
    assertThat(new SweepResults(out).tables()).isEqualTo(before);
  }

  @Test
  void reportTellsFailures() {
    SweepResults.command(file, out, SIZES);
    assertThat(new SweepResults(out).text("report.html"))
        .contains("\"ends\":{\"failed\":4,")
        .contains("--set population.size=5 --replicate 1");
  }

  @Test
  void provenanceSaysWhatMadeTheSweep() throws IOException {
    SweepResults.command(file, out, SIZES);
    JsonNode provenance = Text.json(new SweepResults(out).text("provenance.json"));
    assertThat(provenance.path("trials").asInt()).isEqualTo(8);
    assertThat(provenance.path("failed").asInt()).isEqualTo(4);
    assertThat(provenance.path("seed").asLong()).isEqualTo(5);
    assertThat(provenance.path("scenario-file").asText()).isEqualTo(file.toString());
    assertThat(provenance.path("set")).extracting(JsonNode::asText).contains("seed=5");
    assertThat(provenance.path("wall-seconds").asDouble()).isPositive();
    assertThat(provenance.path("scenario-sha256").asText()).matches("[0-9a-f]{64}");
  }
}
