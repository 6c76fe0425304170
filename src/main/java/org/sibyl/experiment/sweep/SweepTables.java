package org.sibyl.experiment.sweep;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the tables of a sweep say besides the results themselves.
 *
 * @param paths the paths that vary from cell to cell, as {@code --set} takes them
 * @param cells what to say of a cell
 * @param metrics the metrics, in the order of a result's values
 */
public record SweepTables(List<String> paths, Cells cells, List<MetricColumn> metrics) {
  /** What tables say of a cell. */
  public interface Cells {
    /** The values of the varied paths, one for each, as {@code --set} takes them. */
    List<String> values(long cell);

    /** The seed of its randomness. */
    long seed(long cell);

    /** A line for the shell that plays one of its replicates alone. */
    String replay(long cell, int replicate);
  }

  /** Columns that tables have anyway; a varied path of that name is written with a prefix. */
  private static final Set<String> OWN =
      Set.of(
          "against",
          "cell",
          "count",
          "cycle-length",
          "difference",
          "ended",
          "failed",
          "high",
          "low",
          "mean",
          "message",
          "metric",
          "replay",
          "replicate",
          "round",
          "rounds",
          "sd",
          "seed",
          "trials",
          "value");

  /** The same for metrics, in the table of rounds. */
  private static final Set<String> OWN_IN_ROUNDS = Set.of("cell", "replicate", "round");

  public SweepTables {
    paths = List.copyOf(paths);
    metrics = List.copyOf(metrics);
    // databases do not tell upper from lower case
    Set<String> seen = new HashSet<>();
    for (MetricColumn metric : metrics) {
      if (!seen.add(lower(metric.name()))) {
        throw new IllegalArgumentException(
            "metrics: '"
                + metric.name()
                + "' is there twice. Give every metric a name of its own.");
      }
    }
    for (String path : paths) {
      if (!seen.add("path " + lower(path))) {
        throw new IllegalArgumentException(
            "design: '" + path + "' varies twice. Name every path once.");
      }
    }
  }

  /** Column names of the varied paths. */
  List<String> pathColumns() {
    Set<String> taken = new HashSet<>(OWN);
    for (MetricColumn metric : metrics) {
      taken.add(lower(metric.name()) + "-last");
      taken.add(lower(metric.name()) + "-mean");
    }
    return paths.stream()
        .map(path -> taken.contains(lower(path)) ? "scenario." + path : path)
        .toList();
  }

  /** Column names of the metrics in every round. */
  List<String> metricColumns() {
    return metrics.stream()
        .map(MetricColumn::name)
        .map(name -> OWN_IN_ROUNDS.contains(lower(name)) ? "metric." + name : name)
        .toList();
  }

  /** The values of a cell, of the right number. */
  List<String> settingsOf(long cell) {
    List<String> values = cells.values(cell);
    if (values.size() != paths.size()) {
      throw new IllegalArgumentException(
          "cell " + cell + ": has " + values.size() + " values for " + paths.size() + " paths.");
    }
    return values;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
