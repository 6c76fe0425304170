package org.sibyl.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;

/**
 * The report of a run: one self-contained HTML file. Charts are drawn by Apache ECharts, inlined.
 */
final class Report {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Longer series are thinned to about so many points; {@code rounds.csv} has them all. */
  private static final int MOST_POINTS = 1000;

  /** More replicates than this are not drawn one by one. */
  private static final int MOST_LINES = 40;

  private final RecordedRun run;
  private final List<Metric> metrics;
  private final List<MetricCurves> curves = new ArrayList<>();
  private final ArrayNode replayed = JSON.arrayNode();

  private Report(RecordedRun run) {
    this.run = run;
    this.metrics = run.scenario().metrics();
    int longest = 0;
    for (JsonNode replicate : run.summary().path("replicates")) {
      longest = StrictMath.max(longest, replicate.path("rounds").asInt());
    }
    int step = StrictMath.max(1, run.scenario().rounds() / MOST_POINTS);
    for (Metric metric : metrics) {
      curves.add(new MetricCurves(longest, step, MOST_LINES, metric.isTotal()));
    }
  }

  /** The page of a run. */
  static String of(RecordedRun run) {
    Report report = new Report(run);
    new RoundsFile(run.rounds(), run.scenario().metrics().stream().map(Metric::name).toList())
        .read(run.summary().path("replicates"), report::add);
    return Page.of("report.html", run.scenario().name(), report.data());
  }

  private void add(JsonNode replicate, double[][] values) {
    for (int k = 0; k < values.length; k++) {
      curves.get(k).add(values[k], replicate);
    }
    run.replay()
        .filter(replay -> replay.path("replicate").equals(replicate.path("replicate")))
        .ifPresent(replay -> addReplayed(replay.path("rounds"), values));
  }

  /** For each round of the replay what every metric was. */
  private void addReplayed(JsonNode rounds, double[][] values) {
    for (JsonNode round : rounds) {
      ArrayNode row = replayed.addArray();
      for (double[] metric : values) {
        int at = round.asInt() - 1;
        if (at < metric.length && Double.isFinite(metric[at])) {
          row.add(metric[at]);
        } else {
          row.addNull();
        }
      }
    }
  }

  private ObjectNode data() {
    ObjectNode data = JSON.objectNode();
    data.set("summary", run.summary());
    data.set("provenance", run.provenance());
    data.put("reference", run.scenario().reference());
    data.put("scenario", run.yaml());
    data.put("mostLines", MOST_LINES);
    ArrayNode all = data.putArray("metrics");
    for (int k = 0; k < metrics.size(); k++) {
      Metric metric = metrics.get(k);
      About about = metric.getClass().getAnnotation(About.class);
      ObjectNode entry = all.addObject();
      entry.put("name", metric.name());
      entry.put("unit", metric.unit());
      entry.put("about", about == null ? "" : about.value());
      curves.get(k).writeTo(entry);
    }
    run.replay().ifPresent(replay -> data.set("replay", replay));
    data.set("replayed", replayed);
    return data;
  }
}
