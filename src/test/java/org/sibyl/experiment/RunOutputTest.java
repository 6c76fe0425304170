package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sibyl.scenario.SampleScenario;
import org.sibyl.scenario.Scenario;
import org.sibyl.scenario.ScenarioReader;
import org.sibyl.scenario.ScenarioWriter;

/** The files of a run hold what the contract says. */
class RunOutputTest {
  /** Trusted, cheap cooperation on a ring: whoever is predicted to defect is then needed. */
  private static final String CYCLING =
      SampleScenario.with("size: 4", "size: 12, trust: 1")
          .replace("initial: 0.5", "initial: { type: random-binary }")
          .replace("cost: 0.2", "cost: 0.1");

  @TempDir private Path folder;
  private Path file;
  private Path out;

  @BeforeEach
  void files() throws IOException {
    SampleScenario.writeNetworks(folder);
    file = folder.resolve("scenario.yaml");
    out = folder.resolve("out");
  }

  private RunFolder run(String scenario, Object... options) throws IOException {
    Files.writeString(file, scenario);
    return RunFolder.of(file, out, options);
  }

  @Test
  void roundsHaveOneLinePerReplicateAndRound() throws IOException {
    RunFolder run = run(SampleScenario.TEXT + "stop: horizon\n", "--replicates", 2, "--rounds", 3);
    List<String> lines = run.lines("rounds.csv");
    assertThat(lines.get(0)).isEqualTo("replicate,round,cooperation,accuracy");
    assertThat(lines.subList(1, lines.size()))
        .map(line -> line.split(",", 3)[0] + "," + line.split(",", 3)[1])
        .containsExactly("0,1", "0,2", "0,3", "1,1", "1,2", "1,3");
    assertThat(run.text("rounds.csv")).endsWith("\n").doesNotContain("\r");
  }

  @Test
  void numbersAreTheShortestThatReadBack() throws IOException {
    RunFolder run =
        run(
            SampleScenario.with("accuracy]", "log-likelihood, accuracy, brier]")
                .replace("initial: 0.5", "initial: [0.1, 0.3, 0.7, 0.123456789]"));
    for (String line : run.lines("rounds.csv").subList(1, 2)) {
      for (String number : line.split(",")) {
        double value = Double.parseDouble(number);
        assertThat(number)
            .isEqualTo(
                value == Math.rint(value)
                    ? Long.toString((long) value)
                    : DoubleToDecimal.toString(value));
      }
    }
    assertThat(run.lines("rounds.csv").get(1)).containsPattern(",\\d\\.\\d{5,}");
  }

  @Test
  void shortestFormDoesNotDependOnTheJdk() {
    // Double.toString before JDK 19 gives 5.6843418860808015E-14
    assertThat(Text.number(Math.scalb(1, -44))).isEqualTo("5.684341886080802E-14");
    assertThat(Text.number(2)).isEqualTo("2");
    assertThat(Text.number(Double.NaN)).isEmpty();
  }

  @Test
  void resolvedScenarioHasTheShortestFormToo() throws IOException {
    RunFolder run = run(SampleScenario.with("initial: 0.5", "initial: 5.684341886080802E-14"));
    assertThat(run.text("scenario.yaml")).contains("initial: 5.684341886080802E-14\n");
  }

  @Test
  void individualsHaveTheColumnsOfTheContract() throws IOException {
    RunFolder run = run(SampleScenario.TEXT, "--agents", "--rounds", 1);
    List<String> lines = run.lines("individuals.csv");
    assertThat(lines.get(0))
        .isEqualTo(
            "replicate,round,individual,prediction,action,trust,payoff,group-success,group-cooperators");
    assertThat(lines).hasSize(1 + 4);
    assertThat(lines.get(4)).startsWith("0,1,3,0.5,");
  }

  @Test
  void individualsTellDrawnFromExpectedPayoffs() throws IOException {
    RunFolder run =
        run(
            SampleScenario.with("collective-risk,", "collective-risk, disaster: drawn,"),
            "--agents",
            "--set",
            "learning={type: none}");
    List<String> lines = run.lines("individuals.csv");
    assertThat(lines.get(0))
        .isEqualTo(
            "replicate,round,individual,prediction,action,trust,payoff,drawn-payoff,"
                + "group-success,group-cooperators");
    assertThat(lines.get(1)).as("nothing was told").startsWith("0,1,0,,");
    assertThat(lines).filteredOn(line -> line.contains(",0.6,0,")).isNotEmpty();
  }

  @Test
  void individualsAreOnlyWrittenWhenAskedFor() throws IOException {
    run(SampleScenario.TEXT);
    assertThat(out.toFile().list())
        .containsExactlyInAnyOrder(
            "scenario.yaml",
            "rounds.csv",
            "summary.json",
            "provenance.json",
            "replay.json",
            "report.html");
  }

  @Test
  void summaryTellsAStableEnd() throws IOException {
    JsonNode replicate = run(SampleScenario.TEXT).json("summary.json").path("replicates").get(0);
    assertThat(replicate.path("ended").asText()).isEqualTo("stable");
    assertThat(replicate.path("rounds").asInt()).isBetween(1, 11);
    assertThat(replicate.has("cycle-length")).isFalse();
    assertThat(replicate.path("metrics").path("accuracy").fieldNames())
        .toIterable()
        .containsExactly("first", "last", "mean", "min", "max");
  }

  @Test
  void summaryTellsACycle() throws IOException {
    RunFolder run = run(CYCLING);
    JsonNode replicate = run.json("summary.json").path("replicates").get(0);
    assertThat(replicate.path("ended").asText()).isEqualTo("cycle");
    int length = replicate.path("cycle-length").asInt();
    int before = replicate.path("pre-period").asInt();
    assertThat(length).isGreaterThan(1);
    assertThat(replicate.path("rounds").asInt()).isEqualTo(before + length);
    assertRecurs(before, length);
  }

  /** The predictions of a round after the pre-period are those of a cycle later, and not before. */
  private void assertRecurs(int before, int length) {
    RunFolder longer =
        RunFolder.of(file, folder.resolve("longer"), "--agents", "--set", "stop=horizon");
    for (int round = before + 1; round + length <= 12; round++) {
      assertThat(predictions(longer, round + length)).isEqualTo(predictions(longer, round));
    }
    assertThat(predictions(longer, before + length)).isNotEqualTo(predictions(longer, before));
  }

  private static List<String> predictions(RunFolder run, int round) {
    return run.lines("individuals.csv").stream()
        .filter(line -> line.startsWith("0," + round + ","))
        .map(line -> line.split(",", -1)[2] + ":" + line.split(",", -1)[3])
        .toList();
  }

  @Test
  void summaryTellsThatTheHorizonWasReached() throws IOException {
    JsonNode summary = run(SampleScenario.TEXT, "--set", "stop=horizon").json("summary.json");
    assertThat(summary.path("name").asText()).isEqualTo("sample");
    JsonNode replicate = summary.path("replicates").get(0);
    assertThat(replicate.path("ended").asText()).isEqualTo("horizon");
    assertThat(replicate.path("rounds").asInt()).isEqualTo(12);
  }

  @Test
  void undefinedMetricsAreEmptyAndNull() throws IOException {
    RunFolder run = run(SampleScenario.TEXT, "--set", "learning={type: none}", "--rounds", 2);
    assertThat(run.lines("rounds.csv").get(1)).matches("0,1,[^,]+,");
    assertThat(run.json("summary.json").at("/replicates/0/metrics/accuracy/mean").isNull())
        .isTrue();
  }

  @Test
  void provenanceSaysWhatMadeTheRun() throws IOException {
    JsonNode provenance = run(SampleScenario.TEXT, "--seed", -7).json("provenance.json");
    assertThat(provenance.fieldNames())
        .toIterable()
        .containsExactly(
            "sibyl-version",
            "commit",
            "jvm",
            "scenario-sha256",
            "seed",
            "wall-seconds",
            "peak-heap-bytes");
    assertThat(provenance.path("seed").asLong()).isEqualTo(-7);
    assertThat(provenance.path("scenario-sha256").asText()).matches("[0-9a-f]{64}");
    assertThat(provenance.path("peak-heap-bytes").asLong()).isPositive();
  }

  @Test
  void reportLoadsNothing() throws IOException {
    String page = run(SampleScenario.TEXT).text("report.html");
    String outsideScripts = page.replaceAll("(?s)<script>.*?</script>", "");
    assertThat(page).contains("<script>").doesNotContainPattern("<script\\s");
    assertThat(outsideScripts)
        .doesNotContainPattern("(?i)\\b(src|href|action|data)\\s*=")
        .doesNotContainPattern("(?i)<(link|iframe|object|embed|img|base)\\b")
        .doesNotContainPattern("(?i)@import|url\\s*\\(|https?:");
  }

  @Test
  void textsInTheReportAreEscaped() throws IOException {
    String name = "</script><b>\u2028& \"x\"";
    RunFolder run =
        run(SampleScenario.with("name: sample", "name: \"</script><b>\\u2028& \\\"x\\\"\""));
    String page = run.text("report.html");
    assertThat(page)
        .contains("<title>&lt;/script&gt;&lt;b&gt;\u2028&amp; &quot;x&quot; - Sibyl</title>")
        .doesNotContain("<b>");
    assertThat(data(page)).doesNotContain("<", ">", "&", "\u2028");
    assertThat(Text.JSON.readTree(data(page)).at("/summary/name").asText()).isEqualTo(name);
  }

  @Test
  void blanksOfTheReportInANameAreJustText() throws IOException {
    RunFolder run = run(SampleScenario.with("name: sample", "name: '@DATA@ @ECHARTS@ @TITLE@'"));
    String page = run.text("report.html");
    assertThat(page).contains("<title>@DATA@ @ECHARTS@ @TITLE@ - Sibyl</title>");
    assertThat(Text.JSON.readTree(data(page)).at("/summary/name").asText())
        .isEqualTo("@DATA@ @ECHARTS@ @TITLE@");
  }

  private static String data(String page) {
    int start = page.lastIndexOf("const data = ") + "const data = ".length();
    return page.substring(start, page.indexOf(";\n", start));
  }

  @Test
  void resolvedScenarioRunsToTheSameRounds() throws IOException {
    RunFolder first = run(SampleScenario.onEdgeList(), "--agents");
    assertThat(first.text("inputs/edges.csv"))
        .isEqualTo(Files.readString(folder.resolve("edges.csv")));
    Path moved = Files.move(out, folder.resolve("moved"));
    RunFolder again =
        RunFolder.of(moved.resolve("scenario.yaml"), folder.resolve("again"), "--agents");
    RunFolder before = new RunFolder(moved);
    for (String name : List.of("rounds.csv", "individuals.csv", "scenario.yaml", "summary.json")) {
      assertThat(again.text(name)).as(name).isEqualTo(before.text(name));
    }
    assertThat(again.json("provenance.json").path("scenario-sha256"))
        .isEqualTo(before.json("provenance.json").path("scenario-sha256"));
  }

  @Test
  void resolvingAResolvedScenarioChangesNothing() throws IOException {
    Files.writeString(file, SampleScenario.onEdgeList());
    Scenario resolved = ScenarioReader.read(file, List.of()).resolved();
    Path copy = folder.resolve("resolved.yaml");
    Files.writeString(copy, ScenarioWriter.yaml(resolved, Path::getFileName));
    assertThat(ScenarioReader.read(copy, List.of()).scenario()).isEqualTo(resolved);
    assertThat(ScenarioReader.read(copy, List.of()).resolved()).isEqualTo(resolved);
  }

  @Test
  void aRunCanBeRepeatedIntoItsOwnFolder() throws IOException {
    String rounds = run(SampleScenario.onEdgeList()).text("rounds.csv");
    RunFolder again = RunFolder.of(out.resolve("scenario.yaml"), out);
    assertThat(again.text("rounds.csv")).isEqualTo(rounds);
    assertThat(again.path().resolve("inputs/edges.csv")).exists();
  }

  @Test
  void aLearnerSaysHowItStandsInTheEnd() throws IOException {
    Files.writeString(file, SampleScenario.RISK);
    CommandRun shown = CommandRun.of("run", file, "--out", out);
    assertThat(shown.out())
        .containsPattern("replicate 0: .*\n  (DONE|MOVING): lambda [0-9.]+ after [0-9]+ of at most")
        .contains("\n  not guaranteed, for the same people are observed again");
    JsonNode replicate = new RunFolder(out).json("summary.json").get("replicates").get(0);
    assertThat(replicate.get("notes")).hasSize(2);
    assertThat(new RunFolder(out).text("report.html"))
        .contains("not guaranteed, for the same people are observed again");
  }

  @Test
  void aLearnerWithNothingToSayHasNoNotes() throws IOException {
    assertThat(run(SampleScenario.TEXT).json("summary.json").findValue("notes")).isNull();
  }
}
