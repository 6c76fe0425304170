package org.sibyl.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.sibyl.experiment.sweep.Student;

/**
 * One metric by round: a line for each replicate, and the mean over all of them with its 95 %
 * interval. A replicate that ended before the others goes on as it would have: a stable one stays,
 * one in a cycle repeats it, and a total grows on as it did then; one that diverged counts no
 * longer.
 */
final class MetricCurves {
  private final int rounds;
  private final int step;
  private final int mostLines;
  private final boolean isTotal;
  private final ArrayNode lines = JsonNodeFactory.instance.arrayNode();
  private final List<double[]> points = new ArrayList<>();

  /**
   * Curves without a replicate yet.
   *
   * @param rounds of the longest replicate
   * @param step from one round shown to the next
   * @param mostLines of more replicates, the first are drawn
   * @param isTotal whether the metric is a sum over the rounds so far
   */
  MetricCurves(int rounds, int step, int mostLines, boolean isTotal) {
    this.isTotal = isTotal;
    this.rounds = rounds;
    this.step = step;
    this.mostLines = mostLines;
  }

  /**
   * Adds a replicate.
   *
   * @param values its metric, round by round
   * @param ended how it ended, as in {@code summary.json}
   */
  void add(double[] values, JsonNode ended) {
    int shown = (rounds - 1) / step + 1;
    double[] all = new double[StrictMath.max(0, shown)];
    ArrayNode line = JsonNodeFactory.instance.arrayNode();
    for (int k = 0; k < all.length; k++) {
      int round = k * step + 1;
      all[k] = continued(values, ended, round);
      if (round <= values.length) {
        number(line.add(round), all[k]);
      }
    }
    points.add(all);
    if (lines.size() < mostLines) {
      lines.add(line);
    }
  }

  private double continued(double[] values, JsonNode ended, int round) {
    if (round <= values.length) {
      return values[round - 1];
    }
    int length =
        switch (ended.path("ended").asText()) {
          case "stable" -> 1;
          case "cycle" -> ended.path("cycle-length").asInt();
          default -> 0;
        };
    if (length < 1 || length > values.length) {
      return Double.NaN;
    }
    int start = values.length - length;
    double there = values[start + (round - 1 - start) % length];
    if (!isTotal) {
      return there;
    }
    double inACycle = values[values.length - 1] - (start > 0 ? values[start - 1] : 0);
    return there + (round - 1 - start) / length * inACycle;
  }

  /** Writes the lines, and of several replicates rounds, mean, low and high. */
  void writeTo(ObjectNode metric) {
    metric.set("lines", lines);
    if (points.size() < 2) {
      return;
    }
    Student student = new Student();
    ArrayNode at = metric.putArray("rounds");
    ArrayNode mean = metric.putArray("mean");
    ArrayNode low = metric.putArray("low");
    ArrayNode high = metric.putArray("high");
    for (int k = 0; k < points.get(0).length; k++) {
      int place = k;
      var estimate = student.estimate(points.stream().mapToDouble(all -> all[place]));
      at.add(k * step + 1);
      number(mean, estimate.mean());
      number(low, estimate.low());
      number(high, estimate.high());
    }
  }

  private static void number(ArrayNode numbers, double value) {
    if (Double.isFinite(value)) {
      numbers.add(value);
    } else {
      numbers.addNull();
    }
  }
}
