package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.experiment.sweep.sensitivity.MorrisEffects;
import org.sibyl.experiment.sweep.sensitivity.MorrisTrajectory;
import org.sibyl.experiment.sweep.sensitivity.SensitivityTable;
import org.sibyl.experiment.sweep.sensitivity.SobolIndices;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.scenario.SampleScenario;
import org.sibyl.scenario.ScenarioReader;
import org.sibyl.scenario.SweepPlan;

/** Designs other than the grid, and the sensitivities that two of them are made for. */
@Timeout(120)
class SweepDesignTest {
  private static final List<String> FACTORS =
      List.of("outcome.risk-of-loss", "outcome.group-threshold");

  private static final String[] INTERVALS = {
    "outcome.risk-of-loss=0.25..0.9", "outcome.group-threshold=0.0..1.0"
  };

  @TempDir private Path folder;
  private Path file;
  private Path out;

  @BeforeEach
  void scenario() throws IOException {
    String text =
        SampleScenario.with("size: 4", "size: 8, trust: 0.70")
            .replace("{ type: ring }", "{ type: barabasi-albert }")
            .replace("initial: 0.5", "initial: { type: random-binary }");
    file = Files.writeString(folder.resolve("scenario.yaml"), text);
    out = folder.resolve("out");
  }

  private SweepResults sweep(String design, Object... more) {
    List<Object> options = new ArrayList<>(List.of("--design", design));
    for (String interval : INTERVALS) {
      options.addAll(List.of("--vary", interval));
    }
    options.addAll(List.of(more));
    return SweepResults.of(file, out, options.toArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"lhs", "random", "sobol"})
  void drawnPointsAreAsManyAsAskedFor(String design) {
    SweepResults results = sweep(design, "--cells", 5);
    for (String factor : FACTORS) {
      assertThat(results.column("trials.csv", factor)).hasSize(5).doesNotHaveDuplicates();
    }
    assertThat(results.file("sensitivity.csv")).doesNotExist();
  }

  @Test
  void latinHypercubeMeetsEveryStratum() {
    assertThat(sweep("lhs", "--cells", 5).column("trials.csv", "outcome.group-threshold"))
        .extracting(value -> (int) (Double.parseDouble(value) * 5))
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4);
  }

  /** Columns have the scenario's own value, as it is written, or its default. */
  @Test
  void oneAtATimeShowsTheBaseWhereItIsLeft() {
    Object[] options = {
      "--design",
      "one-at-a-time",
      "--vary",
      "population.trust=0.1,0.9",
      "--vary",
      "outcome.endowment=2",
      "--vary",
      "rounds=3"
    };
    SweepResults results = SweepResults.of(file, out, options);
    assertThat(results.rows("trials.csv"))
        .extracting(
            row ->
                String.join(
                    " ",
                    row.get("population.trust"),
                    row.get("outcome.endowment"),
                    row.get("scenario.rounds")))
        .containsExactly("0.70 1.0 12", "0.1 1.0 12", "0.9 1.0 12", "0.70 2 12", "0.70 1.0 3");
  }

  @Test
  void reportOfRecordedBaseValuesChangesNoTable() {
    SweepResults results =
        SweepResults.of(
            file,
            out,
            "--design",
            "one-at-a-time",
            "--vary",
            "population.trust=0.1,0.9",
            "--vary",
            "outcome.endowment=2");
    String before = results.tables();
    assertThat(CommandRun.of("report", out).code()).isZero();
    assertThat(results.tables()).isEqualTo(before);
  }

  /** Two points with the same values are two cells all the same. */
  @Test
  void cellsThatAreAlikeAreAllThere() {
    SweepResults results =
        SweepResults.of(file, out, "--vary", "rounds=3,4,3", "--replicates", 2, "--threads", 3);
    assertThat(results.column("trials.csv", "scenario.rounds"))
        .containsExactly("3", "3", "4", "4", "3", "3");
    List<String> means = results.column("trials.csv", "accuracy-mean");
    assertThat(means.subList(4, 6)).isEqualTo(means.subList(0, 2));
  }

  // ---- sensitivities

  private SweepPlan plan(String design) {
    return SweepPlan.of(
        ScenarioReader.read(file, List.of("sweep.design=" + design)), List.of(INTERVALS));
  }

  private static UniformRandomProvider resamples() {
    return Randomness.of(0).at(Draw.DESIGN, 1);
  }

  /** The mean of each cell's replicates. */
  private static double[] outputs(SweepResults results, String column, int replicates) {
    double[] numbers =
        results.column("trials.csv", column).stream().mapToDouble(Double::parseDouble).toArray();
    double[] means = new double[numbers.length / replicates];
    for (int k = 0; k < numbers.length; k++) {
      means[k / replicates] += numbers[k] / replicates;
    }
    return means;
  }

  private static SensitivityTable morris(SweepPlan plan, double[] outputs) {
    List<MorrisTrajectory> trajectories = new ArrayList<>();
    for (int first = 0; first < outputs.length; first += 3) {
      double[][] positions = new double[3][2];
      for (int step = 0; step < 3; step++) {
        for (int path = 0; path < 2; path++) {
          positions[step][path] = plan.points().position(first + step, path);
        }
      }
      trajectories.add(
          new MorrisTrajectory(positions, Arrays.copyOfRange(outputs, first, first + 3)));
    }
    return MorrisEffects.of(FACTORS, trajectories, resamples()).table();
  }

  private static void assertIs(
      SweepResults results, String metric, String value, SensitivityTable expected) {
    List<Map<String, String>> rows =
        results.rows("sensitivity.csv").stream()
            .filter(row -> row.get("metric").equals(metric) && row.get("value").equals(value))
            .toList();
    int at = 0;
    for (SensitivityTable.Row row : expected.rows()) {
      for (int index = 0; index < expected.indices().size(); index++) {
        Map<String, String> found = rows.get(at++);
        var estimate = row.estimates().get(index);
        assertThat(found.get("factor")).isEqualTo(row.factor());
        assertThat(found.get("index")).isEqualTo(expected.indices().get(index));
        assertThat(found.get("note")).isEqualTo(expected.note());
        assertThat(number(found.get("estimate"))).isCloseTo(estimate.value(), within(1e-12));
        assertThat(number(found.get("low"))).isCloseTo(estimate.low(), within(1e-12));
        assertThat(number(found.get("high"))).isCloseTo(estimate.high(), within(1e-12));
      }
    }
    assertThat(rows).hasSize(at);
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  @Test
  void morrisEffectsAreThoseOfTheTrials() {
    String design = "{type: morris, trajectories: 8}";
    SweepResults results = sweep(design, "--replicates", 2, "--threads", 2);
    assertThat(results.column("trials.csv", "cell")).hasSize(48);
    SweepPlan plan = plan(design);
    for (String metric : List.of("cooperation", "accuracy")) {
      for (String value : List.of("last", "mean")) {
        assertIs(results, metric, value, morris(plan, outputs(results, metric + "-" + value, 2)));
      }
    }
    assertThat(results.column("sensitivity.csv", "note"))
        .allSatisfy(note -> assertThat(note).startsWith("8 trajectories, 0 left out"));
  }

  @Test
  void sobolIndicesAreThoseOfTheTrials() {
    String design = "{type: sobol-indices, base: 8}";
    SweepResults results = sweep(design, "--replicates", 2);
    assertThat(results.column("trials.csv", "cell")).hasSize(64);
    for (String value : List.of("last", "mean")) {
      double[] outputs = outputs(results, "cooperation-" + value, 2);
      assertIs(
          results, "cooperation", value, SobolIndices.of(FACTORS, outputs, resamples()).table());
    }
  }

  @Test
  void sensitivitiesArePrinted() {
    CommandRun run =
        SweepResults.command(
            file,
            out,
            "--design",
            "{type: sobol-indices, base: 4}",
            "--vary",
            INTERVALS[0],
            "--vary",
            INTERVALS[1]);
    assertThat(run.out())
        .contains("cooperation, mean over rounds")
        .contains("accuracy, mean over rounds")
        .containsPattern("(?m)^factor +first +total$")
        .containsPattern("(?m)^outcome.risk-of-loss +");
  }

  @Test
  void threadsDoNotChangeSensitivities() {
    String design = "{type: morris, trajectories: 4}";
    String one = sweep(design, "--threads", 1).tables();
    out = folder.resolve("three");
    assertThat(sweep(design, "--threads", 3).tables()).isEqualTo(one).contains("mu*");
  }
}
