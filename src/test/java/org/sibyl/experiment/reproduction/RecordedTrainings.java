package org.sibyl.experiment.reproduction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.sibyl.Shared;

/**
 * Recorded trainings of the published code and of its validated twin. A training is told by
 * architecture, loss, gradient, threshold, graph and seed; one that was recorded twice counts once.
 *
 * <p>Bands. Trainings from other first weights are other draws of the same law, so a mean of ours
 * over n seeds is held against the recorded mean over m. Three seeds tell their own spread badly:
 * four standard errors of three numbers, taken from these numbers, are exceeded by chance in one of
 * twenty cases. So the tolerance is four standard errors by the recorded spread, s sqrt(1/n + 1/m).
 * Where but three were recorded, s is at least that of a threshold of .5, which 13 seeds have.
 */
final class RecordedTrainings {
  private static final String FILE = "reference/games/training_summary.csv";

  private final List<Map<String, String>> rows;

  private RecordedTrainings(List<Map<String, String>> rows) {
    this.rows = rows;
  }

  /** Those of an architecture, for a loss at a threshold, on graphs and with seeds. */
  static RecordedTrainings of(
      String architecture, String loss, double threshold, IntPredicate graph, IntPredicate seed) {
    Map<String, Map<String, String>> found = new LinkedHashMap<>();
    for (Map<String, String> row : all()) {
      if (row.get("architecture").equals(architecture)
          && row.get("loss").equals(loss)
          && (row.get("gradient").equals("autograd") || row.get("gradient").equals("custom_grad"))
          && Double.parseDouble(row.get("T")) == threshold
          && graph.test(Integer.parseInt(row.get("graph_seed")))
          && seed.test(Integer.parseInt(row.get("seed")))) {
        found.putIfAbsent(row.get("graph_seed") + "/" + row.get("seed"), row);
      }
    }
    if (found.isEmpty()) {
      throw new AssertionError(
          "nothing recorded of " + architecture + " " + loss + " " + threshold);
    }
    return new RecordedTrainings(new ArrayList<>(found.values()));
  }

  private static List<Map<String, String>> all() {
    try {
      List<String[]> lines =
          Files.readAllLines(Shared.path(FILE)).stream()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split(",", -1))
              .toList();
      List<Map<String, String>> rows = new ArrayList<>();
      for (String[] line : lines.subList(1, lines.size())) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int c = 0; c < line.length; c++) {
          row.put(lines.get(0)[c], line[c]);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those where the graph was drawn with the seed of the weights. */
  RecordedTrainings whereGraphIsSeed() {
    return new RecordedTrainings(
        rows.stream().filter(row -> row.get("graph_seed").equals(row.get("seed"))).toList());
  }

  int count() {
    return rows.size();
  }

  double[] values(String column) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.get(column))).toArray();
  }

  double mean(String column) {
    return Arrays.stream(values(column)).sum() / count();
  }

  /** Standard deviation of one training. */
  double spread(String column) {
    double mean = mean(column);
    double squares = 0;
    for (double value : values(column)) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (count() - 1));
  }

  /**
   * Expects the mean of a column of so many of ours.
   *
   * @param spread the least that one training is taken to vary by
   * @param least the least tolerance
   */
  void put(Recorded into, String quantity, String column, int ours, double spread, double least) {
    double deviation = Math.max(spread, spread(column));
    double apart = 4 * deviation * Math.sqrt(1.0 / ours + 1.0 / count());
    into.from("training_summary.csv: " + count() + " trainings", Math.max(least, apart));
    into.put(quantity, mean(column), deviation / Math.sqrt(count()));
  }
}
