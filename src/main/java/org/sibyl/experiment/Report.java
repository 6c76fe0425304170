package org.sibyl.experiment;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.scenario.Scenario;

/**
 * The report of a run: one self-contained HTML file. Charts are drawn by Apache ECharts, inlined.
 */
final class Report {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Longer series are thinned to about so many points; {@code rounds.csv} has them all. */
  private static final int MOST_POINTS = 1000;

  /** More replicates than this are not drawn, only counted. */
  private static final int MOST_LINES = 40;

  private Report() {}

  /** The page for a run whose {@code rounds.csv} is complete. */
  static String ofRun(
      String yaml, Path roundsFile, ObjectNode summary, ObjectNode provenance, Scenario scenario) {
    ObjectNode data = JSON.objectNode();
    data.set("summary", summary);
    data.set("provenance", provenance);
    data.put("reference", scenario.reference());
    data.put("scenario", yaml);
    data.put("mostLines", MOST_LINES);
    ArrayNode metrics = data.putArray("metrics");
    Map<String, List<ArrayNode>> series = series(roundsFile, scenario);
    for (Metric metric : scenario.metrics()) {
      About about = metric.getClass().getAnnotation(About.class);
      ObjectNode entry = metrics.addObject();
      entry.put("name", metric.name());
      entry.put("unit", metric.unit());
      entry.put("about", about == null ? "" : about.value());
      ArrayNode lines = entry.putArray("lines");
      series.getOrDefault(metric.name(), List.of()).forEach(lines::add);
    }
    return Page.of("report.html", scenario.name(), data);
  }

  /**
   * For each metric one line per replicate: [round, value, round, value, ...], null where
   * undefined.
   */
  private static Map<String, List<ArrayNode>> series(Path file, Scenario scenario) {
    Map<String, List<ArrayNode>> series = new LinkedHashMap<>();
    scenario.metrics().forEach(metric -> series.put(metric.name(), new ArrayList<>()));
    int step = StrictMath.max(1, scenario.rounds() / MOST_POINTS);
    try (MappingIterator<String[]> rows =
        new CsvMapper()
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .readValues(file.toFile())) {
      String[] header = rows.next();
      int first = -1;
      while (rows.hasNext()) {
        String[] row = rows.next();
        first = first < 0 ? Integer.parseInt(row[0]) : first;
        int line = Integer.parseInt(row[0]) - first;
        int round = Integer.parseInt(row[1]);
        if (line < MOST_LINES && (round - 1) % step == 0) {
          for (int k = 2; k < header.length; k++) {
            add(series.getOrDefault(header[k], new ArrayList<>()), line, round, row[k]);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return series;
  }

  private static void add(List<ArrayNode> lines, int number, int round, String value) {
    while (lines.size() <= number) {
      lines.add(JSON.arrayNode());
    }
    ArrayNode line = lines.get(number);
    line.add(round);
    if (value.isEmpty()) {
      line.addNull();
    } else {
      line.add(Double.parseDouble(value));
    }
  }
}
