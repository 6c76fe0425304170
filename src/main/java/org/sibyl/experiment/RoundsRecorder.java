package org.sibyl.experiment;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sibyl.metrics.Metric;
import org.sibyl.metrics.Readings;
import org.sibyl.simulation.Round;

/** Writes {@code rounds.csv}, and keeps each replicate's summary of every metric. */
final class RoundsRecorder implements AutoCloseable {
  private final List<Metric> metrics;
  private final OutputFolder folder;
  private final BufferedWriter file;
  private int replicate;
  private Readings readings = new Readings(List.of());
  private List<Extremes> extremes = List.of();

  RoundsRecorder(List<Metric> metrics, OutputFolder folder) {
    this.metrics = metrics;
    this.folder = folder;
    this.file = folder.open("rounds.csv");
    line("replicate,round," + String.join(",", metrics.stream().map(Metric::name).toList()));
  }

  void begin(int number) {
    replicate = number;
    readings = new Readings(metrics);
    extremes = new ArrayList<>();
    metrics.forEach(metric -> extremes.add(new Extremes(metric.name())));
  }

  void observe(Round round) {
    StringBuilder text = new StringBuilder();
    text.append(replicate).append(',').append(round.number());
    double[] values = readings.after(round);
    for (int k = 0; k < values.length; k++) {
      extremes.get(k).add(values[k]);
      text.append(',').append(Text.number(values[k]));
    }
    line(text.toString());
  }

  /** The summary of the replicate that was begun last. */
  List<Extremes> summary() {
    return extremes;
  }

  private void line(String text) {
    try {
      file.write(text);
      file.write('\n');
    } catch (IOException e) {
      throw folder.failed(e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw folder.failed(e);
    }
  }
}
