package org.sibyl.learning.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sibyl.Given;
import org.sibyl.Shared;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.LinearModels;
import org.sibyl.prediction.LogisticLoss;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Samples;
import org.sibyl.prediction.Task;

/** Logistic regression on the credit data, against recorded exact minimisers. */
class CreditRiskTest {
  private static final int FEATURES = 10;
  private static final int OTHERS = 10_000;

  private static JsonNode recorded;
  private static Cohort people;

  @BeforeAll
  static void read() throws IOException {
    recorded = Shared.json("reference/prc/rrm_credit.json");
    people = people();
  }

  @ParameterizedTest
  @CsvSource({
    "lambda_1_over_n, theta_erm_exact, loss_erm_exact, false",
    "lambda_1_over_n, theta_erm_exact_bias_regularised, loss_erm_exact_bias_regularised, true",
    "lambda_1000_over_n, theta_erm_exact, loss_erm_exact, false",
    "lambda_1000_over_n, theta_erm_exact_bias_regularised, loss_erm_exact_bias_regularised, true",
  })
  void recordedMinimisers(String lambda, String theta, String loss, boolean penaliseBias) {
    JsonNode exact = recorded.get(lambda);
    Problem problem = problem(exact.get("lam").asDouble(), penaliseBias);
    Minimum minimum = minimise(SmoothFunction.of(problem, people));
    assertThat(minimum.reached()).isTrue();
    assertThat(minimum.steps()).isBetween(4, 12);
    assertThat(minimum.theta()).containsExactly(Given.numbers(exact.get(theta)), within(1e-9));
    assertThat(problem.value(minimum.theta(), people))
        .isCloseTo(exact.get(loss).asDouble(), within(1e-12));
  }

  @Test
  void gradientsAloneFindTheSame() {
    JsonNode exact = recorded.get("lambda_1000_over_n");
    SmoothFunction function =
        SmoothFunction.of(problem(exact.get("lam").asDouble(), false), people);
    Minimum minimum = minimise(Functions.withoutHessian(function));
    assertThat(minimum.reached()).isTrue();
    assertThat(minimum.theta())
        .containsExactly(Given.numbers(exact.get("theta_erm_exact")), within(1e-9));
  }

  private static Minimum minimise(SmoothFunction function) {
    return Minimiser.exact().minimise(function, new Everywhere(), new double[FEATURES + 1]);
  }

  private static Problem problem(double lambda, boolean penaliseBias) {
    return new Task(new LinearModels(0), new LogisticLoss(), lambda, penaliseBias, new Everywhere())
        .on(FEATURES + 1);
  }

  /**
   * Complete rows, standardised on all of them by the population's deviation, a constant last: all
   * who defaulted and the first others.
   */
  private static Cohort people() throws IOException {
    List<double[]> complete = completeRows();
    double[] means = new double[FEATURES];
    double[] deviations = new double[FEATURES];
    for (int k = 0; k < FEATURES; k++) {
      int feature = k + 1;
      Column column = Column.generate(complete.size(), i -> complete.get(i)[feature]);
      double mean = column.mean();
      means[k] = mean;
      deviations[k] =
          Math.sqrt(
              Column.generate(column.size(), i -> Functions.square(column.get(i) - mean)).mean());
    }
    List<double[]> chosen = chosen(complete);
    double[] values = new double[chosen.size() * (FEATURES + 1)];
    for (int i = 0; i < chosen.size(); i++) {
      for (int k = 0; k < FEATURES; k++) {
        values[i * (FEATURES + 1) + k] = (chosen.get(i)[k + 1] - means[k]) / deviations[k];
      }
      values[i * (FEATURES + 1) + FEATURES] = 1;
    }
    assertThat(complete).hasSize(120_269);
    assertThat(chosen).hasSize(recorded.get("n").asInt());
    return Samples.cohort(
        Matrix.of(chosen.size(), FEATURES + 1, values),
        Column.generate(chosen.size(), i -> chosen.get(i)[0]));
  }

  private static List<double[]> chosen(List<double[]> complete) {
    List<double[]> chosen = new ArrayList<>();
    int others = 0;
    for (double[] row : complete) {
      if (row[0] == 1 || others++ < OTHERS) {
        chosen.add(row);
      }
    }
    return chosen;
  }

  /** Label and features of the rows that lack nothing; their first field is a number of the row. */
  private static List<double[]> completeRows() throws IOException {
    List<double[]> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Shared.path("data/credit_data.csv.gz"))),
                StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] fields = line.split(",", -1);
        if (!line.contains("NA") && !line.contains(",,") && !line.endsWith(",")) {
          double[] row = new double[FEATURES + 1];
          for (int k = 0; k < row.length; k++) {
            row[k] = Double.parseDouble(fields[k + 1]);
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }
}
