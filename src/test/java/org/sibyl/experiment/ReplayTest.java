package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.scenario.SampleScenario;

/** {@code replay.json} holds what happened, stays small, and makes the report again. */
class ReplayTest {
  /** Cooperation and trust change in most of the rounds. */
  private static final String LIVELY =
      SampleScenario.with(
                  "size: 4", "size: 12, trust: [" + "0.1, 0.9, 0.5, ".repeat(3) + "0.2, 0.3, 0.4]")
              .replace("size: 12,", "size: 12, innate-belief: 0.9,")
              .replace("cost: 0.2", "cost: 0.05")
              .replace("initial: 0.5", "initial: { type: random-binary }")
          + "trust: { type: bayesian }\nstop: horizon\n";

  @TempDir private Path folder;
  private Path file;
  private Path out;

  @BeforeEach
  void scenario() throws IOException {
    file = Files.writeString(folder.resolve("scenario.yaml"), LIVELY);
    out = folder.resolve("out");
  }

  private static int[] bytes(JsonNode text) {
    byte[] bytes = Base64.getDecoder().decode(text.asText());
    int[] numbers = new int[bytes.length];
    for (int k = 0; k < bytes.length; k++) {
      numbers[k] = bytes[k] & 0xff;
    }
    return numbers;
  }

  private static int[] pairs(JsonNode text) {
    int[] bytes = bytes(text);
    int[] numbers = new int[bytes.length / 2];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = bytes[2 * k] + 256 * bytes[2 * k + 1];
    }
    return numbers;
  }

  private static JsonNode named(JsonNode all, String name) {
    return StreamSupport.stream(all.spliterator(), false)
        .filter(node -> node.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + all));
  }

  /** Every cell of {@code individuals.csv} of replicate 0, by column and "round,individual". */
  private static Map<String, Map<String, String>> individuals(RunFolder run) {
    List<String> lines = run.lines("individuals.csv");
    String[] header = lines.get(0).split(",", -1);
    Map<String, Map<String, String>> cells = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] row = line.split(",", -1);
      for (int k = 3; k < header.length && row[0].equals("0"); k++) {
        cells
            .computeIfAbsent(header[k], name -> new HashMap<>())
            .put(row[1] + "," + row[2], row[k]);
      }
    }
    return cells;
  }

  private static void assertAsRecorded(RunFolder run, int stride) {
    JsonNode replay = run.json("replay.json");
    Map<String, Map<String, String>> recorded = individuals(run);
    int individuals = replay.path("individuals").asInt();
    assertThat(replay.path("columns")).hasSize(recorded.size());
    for (JsonNode column : replay.path("columns")) {
      JsonNode levels = column.path("levels");
      double range = levels.get(levels.size() - 1).asDouble() - levels.get(0).asDouble();
      int[] codes = bytes(column.path("codes"));
      assertThat(codes).hasSize(individuals * replay.path("rounds").size());
      for (int k = 0; k < codes.length; k++) {
        String place = replay.path("rounds").get(k / individuals) + "," + k % individuals * stride;
        double value = Double.parseDouble(recorded.get(column.path("name").asText()).get(place));
        double error = levels.size() < 255 ? 0 : range / 254 / 2 * 1.000001;
        assertThat(levels.get(codes[k]).asDouble()).as(place).isCloseTo(value, within(error));
      }
    }
  }

  @Test
  void everyNumberIsThatOfTheIndividual() {
    RunFolder run = RunFolder.of(file, out, "--agents", "--replicates", 2);
    assertAsRecorded(run, 1);
    assertThat(run.json("replay.json").path("rounds")).hasSize(12);
    assertThat(run.json("replay.json").path("replicate").asInt()).isZero();
    assertThat(pairs(run.json("replay.json").path("ends"))).hasSize(24).contains(0, 11);
  }

  @Test
  void drawnIndividualsAreEveryNth() {
    RunFolder run =
        RunFolder.of(file, out, "--agents", "--rounds", 3, "--set", "population={size: 801}");
    assertThat(run.json("replay.json").path("stride").asInt()).isEqualTo(3);
    assertAsRecorded(run, 3);
  }

  @Test
  void sharesAreThoseOfAllIndividuals() {
    RunFolder run = RunFolder.of(file, out, "--agents");
    JsonNode all = run.json("replay.json").path("distributions");
    Map<String, Map<String, String>> recorded = individuals(run);
    for (String name : List.of("prediction", "trust", "payoff")) {
      JsonNode distribution = named(all, name);
      assertShares(distribution, distribution.path("curves").get(0), recorded.get(name), 0);
    }
    // the one feature is the action last taken: shown after this round, held before the next
    JsonNode feature = named(all, "feature last action");
    assertShares(feature, named(feature.path("curves"), "before"), recorded.get("action"), -1);
    JsonNode base = named(feature.path("curves"), "base");
    assertThat(pairs(base.path("shares"))).hasSize(feature.path("bins").asInt()).contains(65535);
  }

  private static void assertShares(
      JsonNode distribution, JsonNode curve, Map<String, String> recorded, int lag) {
    int bins = distribution.path("bins").asInt();
    int[] shares = pairs(curve.path("shares"));
    assertThat(shares).hasSize(12 * bins);
    for (int round = 1 - lag; round <= 12; round++) {
      for (int bin = 0; bin < bins; bin++) {
        double low =
            distribution.path("from").asDouble() + bin * distribution.path("width").asDouble();
        double high = low + distribution.path("width").asDouble();
        int count = 0;
        for (int i = 0; i < 12; i++) {
          double value = Double.parseDouble(recorded.get(round + lag + "," + i));
          count += low <= value && value < high ? 1 : 0;
        }
        assertThat(shares[(round - 1) * bins + bin] / 65535.0)
            .as("round %s, bin %s", round, bin)
            .isCloseTo(count / 12.0, within(1e-5));
      }
    }
  }

  @Test
  void longRunsOfManyStaySmall() throws IOException {
    RunFolder run = RunFolder.of(file, out, "--rounds", 1001, "--set", "population={size: 2000}");
    JsonNode replay = run.json("replay.json");
    assertThat(replay.path("population").asInt()).isEqualTo(2000);
    assertThat(replay.path("individuals").asInt()).isEqualTo(400);
    assertThat(replay.path("rounds").size()).isBetween(150, 301);
    assertThat(replay.path("rounds").get(0).asInt()).isEqualTo(1);
    assertThat(replay.path("rounds").get(1).asInt()).isEqualTo(5);
    assertThat(replay.at("/rounds/" + (replay.path("rounds").size() - 1)).asInt()).isEqualTo(1001);
    assertThat(Files.size(out.resolve("replay.json"))).isLessThan(2_000_000);
  }

  @Test
  void theLastRoundIsThereAlsoOffTheStep() {
    JsonNode rounds = RunFolder.of(file, out, "--rounds", 302).json("replay.json").path("rounds");
    assertThat(rounds).hasSize(152);
    assertThat(rounds.get(150).asInt()).isEqualTo(301);
    assertThat(rounds.get(151).asInt()).isEqualTo(302);
  }

  @Test
  void theSameRunHasTheSameReplay() {
    String first = RunFolder.of(file, out).text("replay.json");
    assertThat(RunFolder.of(file, folder.resolve("again"), "--threads", 2).text("replay.json"))
        .isEqualTo(first);
  }

  @Test
  void reportShowsTheMetricsOfTheRoundsReplayed() throws IOException {
    RunFolder run = RunFolder.of(file, out, "--rounds", 302);
    String page = run.text("report.html");
    int start = page.indexOf("const data = ") + "const data = ".length();
    JsonNode data = Text.JSON.readTree(page.substring(start, page.indexOf(";\n", start)));
    assertThat(data.path("replay")).isEqualTo(run.json("replay.json"));
    assertThat(data.path("replayed")).hasSize(152);
    assertThat("0,301," + Text.number(data.at("/replayed/150/0").asDouble()))
        .isEqualTo(run.lines("rounds.csv").get(301).replaceFirst(",[^,]*$", ""));
  }

  @Test
  void anOlderFolderHasAReportWithoutReplay() throws IOException {
    RunFolder run = RunFolder.of(file, out);
    Files.delete(out.resolve("replay.json"));
    assertThat(CommandRun.of("report", out).code()).isZero();
    assertThat(run.text("report.html")).contains("\"replayed\":[]").doesNotContain("\"replay\":{");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rounds.csv", "summary.json", "provenance.json", "replay.json", "scenario.yaml"})
  void aHalfWrittenFileIsSaidAndNothingIsOverwritten(String name) throws IOException {
    RunFolder run = RunFolder.of(file, out);
    String page = run.text("report.html");
    String whole = run.text(name);
    Files.writeString(out.resolve(name), whole.substring(0, whole.length() / 2));
    assertRefused(name, page);
    Files.writeString(out.resolve(name), "");
    assertRefused(name, page);
  }

  private void assertRefused(String name, String page) throws IOException {
    CommandRun run = CommandRun.of("report", out);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(out.resolve(name) + ":").contains("Run the scenario again");
    assertThat(run.err().lines().count()).isLessThanOrEqualTo(3);
    assertThat(Files.readString(out.resolve("report.html"))).isEqualTo(page);
  }

  @Test
  void aRunWithoutRoundsIsSaid() throws IOException {
    String page = RunFolder.of(file, out).text("report.html");
    Files.delete(out.resolve("rounds.csv"));
    assertRefused("rounds.csv", page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"replicate,round,other,accuracy", "0,1,x,0.5", "0,2,0.5,0.5", "0,1,0.5"})
  void aDamagedLineIsNamed(String line) throws IOException {
    RunFolder run = RunFolder.of(file, out);
    String page = run.text("report.html");
    int number = line.startsWith("r") ? 1 : 2;
    List<String> lines = new java.util.ArrayList<>(run.lines("rounds.csv"));
    lines.set(number - 1, line);
    Files.write(out.resolve("rounds.csv"), lines);
    assertRefused("rounds.csv", page);
    assertThat(CommandRun.of("report", out).err()).contains("rounds.csv:" + number + ": ");
  }

  @Test
  void aReplayOfTheWrongSizeIsSaid() throws IOException {
    RunFolder run = RunFolder.of(file, out);
    String page = run.text("report.html");
    String whole = run.text("replay.json");
    for (String field : List.of("codes", "shares", "positions", "ends")) {
      Files.writeString(
          out.resolve("replay.json"),
          whole.replaceFirst("\"" + field + "\":\"....", "\"" + field + "\":\""));
      assertRefused("replay.json", page);
      Files.writeString(
          out.resolve("replay.json"),
          whole.replaceFirst("\"" + field + "\":\"..", "\"" + field + "\":\"!!"));
      assertRefused("replay.json", page);
      Files.writeString(out.resolve("replay.json"), whole);
    }
  }
}
