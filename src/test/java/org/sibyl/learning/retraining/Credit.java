package org.sibyl.learning.retraining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.sibyl.Shared;
import org.sibyl.learning.Trial;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.LinearModels;
import org.sibyl.prediction.LogisticLoss;
import org.sibyl.prediction.Task;

/**
 * The credit data of the published experiments: complete rows, standardised on all of them, a
 * constant last, all who defaulted and the first 10 000 others, in the recorded order.
 */
record Credit(Matrix features, Column labels) {
  private static final int[] STRATEGIC = {0, 5, 7};
  private static final int BIAS = 10;

  static Credit read() {
    List<double[]> complete = new ArrayList<>();
    for (String line : lines("data/credit_data.csv.gz")) {
      String[] cells = line.split(",", -1);
      double[] row = new double[BIAS + 1]; // label, then features
      boolean whole = true;
      for (int k = 0; k <= BIAS; k++) {
        whole &= !cells[k + 1].isEmpty() && !cells[k + 1].equals("NA");
        row[k] = whole ? Double.parseDouble(cells[k + 1]) : Double.NaN;
      }
      if (whole) {
        complete.add(row);
      }
    }
    standardise(complete);
    List<String> order = lines("reference/prc/rrm_row_order.csv.gz");
    double[] all = new double[order.size() * (BIAS + 1)];
    double[] labels = new double[order.size()];
    for (int i = 0; i < labels.length; i++) {
      double[] row = complete.get(Integer.parseInt(order.get(i).strip()));
      labels[i] = row[0];
      System.arraycopy(row, 1, all, i * (BIAS + 1), BIAS);
      all[i * (BIAS + 1) + BIAS] = 1;
    }
    return new Credit(Matrix.of(labels.length, BIAS + 1, all), Column.of(labels));
  }

  private static void standardise(List<double[]> rows) {
    for (int k = 1; k <= BIAS; k++) {
      int column = k;
      double mean = Column.generate(rows.size(), i -> rows.get(i)[column]).mean();
      double variance =
          Column.generate(rows.size(), i -> StrictMath.pow(rows.get(i)[column] - mean, 2)).mean();
      for (double[] row : rows) {
        row[k] = (row[k] - mean) / StrictMath.sqrt(variance);
      }
    }
  }

  private static List<String> lines(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Shared.path(file))),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Logistic regression whose constant is not penalised. */
  static Task task(double regularization) {
    return new Task(
        new LinearModels(0), new LogisticLoss(), regularization, false, new Everywhere());
  }

  /** Everybody moves the strategic features against theta. */
  Trial.World everybody(double sensitivity) {
    return (theta, round) -> Trial.cohort(shifted(features, sensitivity, theta), labels);
  }

  /** One person per round, by the recorded rule, who moves in the same way. */
  Trial.World oneByOne(double sensitivity) {
    return (theta, round) -> {
      int person = (int) ((7919L * (round - 1) + 13) % labels.size());
      return Trial.cohort(
          shifted(features.rows(person), sensitivity, theta), Column.of(labels.get(person)));
    };
  }

  private static Matrix shifted(Matrix rows, double sensitivity, double... theta) {
    double[] all = rows.toArray();
    for (int i = 0; i < rows.rows(); i++) {
      for (int k : STRATEGIC) {
        all[i * rows.columns() + k] -= sensitivity * theta[k];
      }
    }
    return Matrix.of(rows.rows(), rows.columns(), all);
  }
}
