package org.sibyl.experiment.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sibyl.experiment.Page;
import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.scenario.Scenario;
import org.sibyl.scenario.SweepPlan;

/** The report of a sweep, made of its tables: one self-contained HTML file. */
final class SweepReport {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Of more cells, the first are shown; {@code summary.csv} has them all. */
  private static final int MOST_CELLS = 2000;

  /** Of more failed trials, the first are shown; {@code trials.csv} has them all. */
  private static final int MOST_FAILURES = 50;

  private final Path folder;
  private final SweepPlan plan;
  private final ObjectNode data = JSON.objectNode();

  private SweepReport(Path folder, SweepPlan plan) {
    this.folder = folder;
    this.plan = plan;
  }

  /** The page for a folder whose tables are written. */
  static String of(Path folder, SweepPlan plan, JsonNode provenance) {
    SweepReport report = new SweepReport(folder, plan);
    report.data.set("provenance", provenance);
    report.about();
    report.cells();
    report.trials();
    report.sensitivities();
    return Page.of("sweep-report.html", plan.base().scenario().name(), report.data);
  }

  private void about() {
    Scenario scenario = plan.base().scenario();
    data.put("name", scenario.name());
    data.put("reference", scenario.reference());
    try {
      data.put("scenario", Files.readString(folder.resolve(SweepFolder.SWEEP)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    data.put("designCells", plan.points().size());
    data.put("mostCells", MOST_CELLS);
    data.put("mostFailures", MOST_FAILURES);
    ArrayNode paths = data.putArray("paths");
    plan.paths().forEach(paths::add);
    ArrayNode metrics = data.putArray("metrics");
    for (Metric metric : scenario.metrics()) {
      About about = metric.getClass().getAnnotation(About.class);
      metrics
          .addObject()
          .put("name", metric.name())
          .put("unit", metric.unit())
          .put("about", about == null ? "" : about.value());
    }
  }

  /** A cell: its values, and for each metric's last value and mean [count, mean, sd, low, high]. */
  private void cells() {
    ArrayNode cells = data.putArray("cells");
    CsvTable.read(
        folder.resolve("summary.csv"),
        row -> {
          long number = Long.parseLong(cell(row, "cell"));
          boolean fresh =
              cells.isEmpty() || cells.get(cells.size() - 1).path("cell").asLong() != number;
          if (fresh && cells.size() == MOST_CELLS) {
            return;
          }
          if (fresh) {
            ObjectNode added = cells.addObject();
            added.put("cell", number);
            added.put("trials", Long.parseLong(cell(row, "trials")));
            added.put("failed", Long.parseLong(cell(row, "failed")));
            ArrayNode values = added.putArray("values");
            plan.values(number).forEach(values::add);
            added.putArray("estimates");
          }
          if (cells.get(cells.size() - 1).path("cell").asLong() == number) {
            ArrayNode estimate =
                ((ArrayNode) cells.get(cells.size() - 1).get("estimates")).addArray();
            for (String column : List.of("count", "mean", "sd", "low", "high")) {
              add(estimate, cell(row, column));
            }
          }
        });
  }

  private void trials() {
    Map<String, Long> ends = new TreeMap<>();
    ArrayNode failures = data.putArray("failures");
    CsvTable.read(
        folder.resolve("trials.csv"),
        row -> {
          String ended = cell(row, "ended");
          ends.merge(ended, 1L, Long::sum);
          if (TrialResult.isFailure(ended) && failures.size() < MOST_FAILURES) {
            ArrayNode failure = failures.addArray();
            for (String column : List.of("cell", "replicate", "seed", "message", "replay")) {
              failure.add(cell(row, column));
            }
          }
        });
    ObjectNode all = data.putObject("ends");
    ends.forEach(all::put);
  }

  private void sensitivities() {
    ArrayNode rows = data.putArray("sensitivities");
    if (!SweepSensitivity.isMadeForIt(plan.sweep().design())) {
      return;
    }
    CsvTable.read(
        folder.resolve(SweepSensitivity.FILE),
        row -> {
          ArrayNode added = rows.addArray();
          SweepSensitivity.COLUMNS.forEach(
              column -> {
                if (List.of("estimate", "low", "high").contains(column)) {
                  add(added, cell(row, column));
                } else {
                  added.add(cell(row, column));
                }
              });
        });
  }

  private static String cell(Map<String, String> row, String column) {
    return Optional.ofNullable(row.get(column)).orElse("");
  }

  private static void add(ArrayNode numbers, String text) {
    double number = CsvTable.number(text);
    if (Double.isNaN(number)) {
      numbers.addNull();
    } else {
      numbers.add(number);
    }
  }
}
