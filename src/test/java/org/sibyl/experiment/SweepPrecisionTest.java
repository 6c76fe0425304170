package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sibyl.experiment.sweep.Replication;
import org.sibyl.scenario.SampleScenario;

/** Replicates by need: every cell gets as many as its own results ask for, interrupted or not. */
@Timeout(120)
class SweepPrecisionTest {
  private static final List<String> DECIDING = List.of("accuracy", "cooperation");
  private static final Replication RULE = new Replication(4, 12, 0.1);

  private static final String SCENARIO =
      SampleScenario.with("size: 4", "size: 12")
              .replace("{ type: ring }", "{ type: barabasi-albert }")
              .replace("initial: 0.5", "initial: { type: random-binary }")
          + """
          sweep:
            precision: { metrics: [accuracy, cooperation], half-width: 0.1, minimum: 4, maximum: 12 }
            vary:
              outcome.group-threshold: 0.1..0.9/0.2
              outcome.contribution-cost: [0.05, 0.2]
          """;

  @TempDir private Path folder;
  private Path file;
  private Path out;

  @BeforeEach
  void scenario() throws IOException {
    file = Files.writeString(folder.resolve("scenario.yaml"), SCENARIO);
    out = folder.resolve("out");
  }

  /** Of each cell, for each deciding metric, the means of its replicates in order. */
  private static Map<Integer, double[][]> means(SweepResults results) {
    List<Map<String, String>> rows = results.rows("trials.csv");
    Map<Integer, double[][]> means = new TreeMap<>();
    for (Map<String, String> row : rows) {
      int cell = Integer.parseInt(row.get("cell"));
      int replicates =
          (int) rows.stream().filter(other -> other.get("cell").equals("" + cell)).count();
      double[][] own = means.computeIfAbsent(cell, key -> new double[2][replicates]);
      for (int k = 0; k < own.length; k++) {
        String mean = row.get(DECIDING.get(k) + "-mean");
        own[k][Integer.parseInt(row.get("replicate"))] =
            mean.isEmpty() ? Double.NaN : Double.parseDouble(mean);
      }
    }
    return means;
  }

  /** Follows the rule from the minimum on. */
  private static int needed(double[][] means) {
    int replicates = RULE.minimum();
    while (RULE.after(replicates, means) > replicates) {
      replicates = RULE.after(replicates, means);
      if (replicates > means[0].length) {
        return replicates; // more than there are
      }
    }
    return replicates;
  }

  @Test
  void cellsGetWhatTheRuleAsksFor() {
    Map<Integer, double[][]> means = means(SweepResults.of(file, out));
    assertThat(means).hasSize(10);
    means.forEach(
        (cell, own) -> assertThat(own[0].length).as("cell %d", cell).isEqualTo(needed(own)));
    assertThat(means.values().stream().map(own -> own[0].length).distinct().sorted())
        .hasSizeGreaterThan(2)
        .startsWith(4)
        .endsWith(12);
  }

  @Test
  void threadsAndInterruptionsDoNotChangeTheNumbers() throws IOException {
    SweepResults results = SweepResults.of(file, out, "--threads", 1);
    String whole = results.tables();
    int length = results.journal().length;
    for (int tenth = 1; tenth < 10; tenth += 2) {
      results.interrupt(length / 10 * tenth);
      CommandRun again = SweepResults.command(file, out, "--threads", 1 + tenth % 3);
      assertThat(again.code()).isZero();
      assertThat(results.tables()).as("cut at %d tenths", tenth).isEqualTo(whole);
      assertThat(results.journal()).hasSize(length);
    }
  }

  @Test
  void rangeOfReplicatesIsAnnounced() {
    assertThat(SweepResults.command(file, out).err())
        .startsWith("sweep: 10 cells x 4 to 12 replicates in " + out);
  }

  @Test
  void metricsThatAreNotMeasuredAreRefused() {
    CommandRun run = SweepResults.command(file, out, "--set", "sweep.precision.metrics=[welfare]");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("'welfare' is not measured. Add it to metrics.");
    assertThat(out).doesNotExist();
  }

  /** A cell whose trials all fail has no interval: it gets the most, and the sweep ends. */
  @Test
  void failingCellsGetTheMostAndNoMore() {
    CommandRun run =
        SweepResults.command(
            file, out, "--set", "sweep.vary={population.size: [1, 12]}", "--threads", 2);
    assertThat(run.code()).isEqualTo(3);
    SweepResults results = new SweepResults(out);
    assertThat(results.rows("trials.csv"))
        .filteredOn(row -> row.get("cell").equals("0"))
        .hasSize(12)
        .allSatisfy(row -> assertThat(row.get("ended")).isEqualTo("failed"));
    assertThat(results.rows("trials.csv"))
        .filteredOn(row -> row.get("cell").equals("1"))
        .hasSizeBetween(4, 12);
  }
}
