package org.sibyl.experiment.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.experiment.Text;
import org.sibyl.experiment.WholeFile;
import org.sibyl.experiment.sweep.sensitivity.MorrisEffects;
import org.sibyl.experiment.sweep.sensitivity.MorrisTrajectory;
import org.sibyl.experiment.sweep.sensitivity.SensitivityTable;
import org.sibyl.experiment.sweep.sensitivity.SobolIndices;
import org.sibyl.metrics.Metric;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.scenario.SweepPlan;
import org.sibyl.scenario.sweep.Design;
import org.sibyl.scenario.sweep.Morris;

/**
 * The sensitivities of every metric to the varied paths, for the designs that are made for it:
 * {@code sensitivity.csv}. The output of a cell is the mean over its sound replicates.
 */
final class SweepSensitivity {
  static final String FILE = "sensitivity.csv";

  static final List<String> COLUMNS =
      List.of("metric", "value", "factor", "index", "estimate", "low", "high", "note");

  /** Of the stream that chooses resamples; the design itself is drawn in round 0. */
  private static final int RESAMPLING = 1;

  private final SweepPlan plan;

  private SweepSensitivity(SweepPlan plan) {
    this.plan = plan;
  }

  /** Whether the points of a design are made for sensitivities. */
  static boolean isMadeForIt(Design design) {
    return design instanceof Morris || design instanceof org.sibyl.scenario.sweep.SobolIndices;
  }

  /**
   * Writes the table beside {@code summary.csv}, from which it is made.
   *
   * @return what to show of it: a text for each metric's mean over the rounds
   */
  static List<String> write(Path folder, SweepPlan plan) {
    if (!isMadeForIt(plan.sweep().design())) {
      return List.of();
    }
    List<Metric> metrics = plan.base().scenario().metrics();
    double[][] outputs =
        new double[2 * metrics.size()][StrictMath.toIntExact(plan.points().size())];
    Arrays.stream(outputs).forEach(each -> Arrays.fill(each, Double.NaN));
    List<String> names = metrics.stream().map(Metric::name).toList();
    CsvTable.read(
        folder.resolve("summary.csv"),
        row -> {
          int index = names.indexOf(cell(row, "metric")) * 2;
          int of = cell(row, "value").equals("last") ? index : index + 1;
          outputs[of][Integer.parseInt(cell(row, "cell"))] = CsvTable.number(cell(row, "mean"));
        });
    SweepSensitivity analysis = new SweepSensitivity(plan);
    List<List<String>> rows = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    rows.add(COLUMNS);
    for (int k = 0; k < outputs.length; k++) {
      SensitivityTable table = analysis.table(outputs[k]);
      rows.addAll(rows(names.get(k / 2), k % 2 == 0 ? "last" : "mean", table));
      if (k % 2 == 1) {
        texts.add(names.get(k / 2) + ", mean over rounds\n" + table.text());
      }
    }
    WholeFile.write(folder.resolve(FILE), Text.csv(rows));
    return texts;
  }

  private static String cell(Map<String, String> row, String column) {
    return Optional.ofNullable(row.get(column)).orElse("");
  }

  private static List<List<String>> rows(String metric, String value, SensitivityTable table) {
    List<List<String>> rows = new ArrayList<>();
    for (SensitivityTable.Row row : table.rows()) {
      for (int i = 0; i < table.indices().size(); i++) {
        var estimate = row.estimates().get(i);
        rows.add(
            List.of(
                metric,
                value,
                row.factor(),
                table.indices().get(i),
                Text.number(estimate.value()),
                Text.number(estimate.low()),
                Text.number(estimate.high()),
                table.note()));
      }
    }
    return rows;
  }

  private SensitivityTable table(double[] output) {
    UniformRandomProvider stream =
        Randomness.of(plan.base().scenario().seed()).at(Draw.DESIGN, RESAMPLING);
    return plan.sweep().design() instanceof Morris
        ? MorrisEffects.of(plan.paths(), trajectories(output), stream).table()
        : SobolIndices.of(plan.paths(), output, stream).table();
  }

  private List<MorrisTrajectory> trajectories(double[] output) {
    int paths = plan.paths().size();
    int length = paths + 1;
    List<MorrisTrajectory> trajectories = new ArrayList<>();
    for (int first = 0; first < output.length; first += length) {
      double[][] positions = new double[length][paths];
      for (int step = 0; step < length; step++) {
        for (int path = 0; path < paths; path++) {
          positions[step][path] = plan.points().position(first + step, path);
        }
      }
      trajectories.add(
          new MorrisTrajectory(positions, Arrays.copyOfRange(output, first, first + length)));
    }
    return trajectories;
  }
}
