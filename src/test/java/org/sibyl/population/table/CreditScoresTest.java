package org.sibyl.population.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.sibyl.Given;
import org.sibyl.Shared;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.FileIfPresent;
import org.sibyl.numeric.Matrix;
import org.sibyl.population.Sample;
import org.sibyl.prediction.risk.Acceptance;

/** The scores of the published experiments on risk control, with the real file and without. */
class CreditScoresTest {
  private static CreditScores real(CreditExperiment experiment) {
    return new CreditScores(new FileIfPresent(CreditFile.path()), experiment);
  }

  private static CreditScores standIn(CreditExperiment experiment) {
    return new CreditScores(new FileIfPresent(Path.of("absent.csv")), experiment);
  }

  @Test
  void theFitIsTheMinimiserOfThePublishedObjective() {
    JsonNode facts = Shared.json("reference/prc/data_facts.json").get("logistic");
    CreditScores scores = real(CreditExperiment.EXPECTED);
    Sample everyone = scores.everyone();
    double[] fitted = PenalisedLogistic.fit(everyone.rows(scores.fitted(everyone)));
    double[] exact = Given.numbers(facts.get("coef_exact_newton"));
    assertThat(fitted).hasSize(11);
    for (int k = 0; k < exact.length; k++) {
      assertThat(fitted[k]).isCloseTo(exact[k], within(1e-6));
    }
  }

  @Test
  void theShippedTrainingRowsAreThePublishedOnes() throws IOException {
    List<String> published = Files.readAllLines(Shared.path("reference/prc/train_indices.csv"));
    List<String> shipped =
        CreditTables.lines(CreditScores.TRAINING_ROWS).stream().map(line -> line[0]).toList();
    assertThat(shipped).isEqualTo(published.subList(1, published.size()));
  }

  @Test
  void theExperimentOnExpectedRiskHasThePublishedPeople() throws IOException {
    Sample people = CreditFile.all(real(CreditExperiment.EXPECTED));
    JsonNode facts = Shared.json("reference/prc/data_facts.json");
    JsonNode expected = facts.get("expected_experiment_with_exact_coef");
    assertThat(people.size()).isEqualTo(17_607).isEqualTo(expected.get("n").asInt());
    assertThat(people.labels().sum()).isEqualTo(7607);
    assertThat(people.labels().mean())
        .isCloseTo(expected.get("base_rate_p").asDouble(), within(1e-12));
    assertThat(auc(people)).isCloseTo(expected.get("auc").asDouble(), within(1e-7));
    isClose(people, published("yhat_expected.csv.gz"));
  }

  @Test
  void theExperimentOnTailRiskHasThePublishedPeople() throws IOException {
    Sample people = CreditFile.all(real(CreditExperiment.QUANTILE));
    assertThat(people.size()).isEqualTo(118_769);
    assertThat(people.labels().sum()).isEqualTo(7607);
    isClose(people, published("yhat_quantile.csv.gz"));
  }

  /** The published solver stops 7e-4 away from the minimum, and features reach 29 deviations. */
  private static void isClose(Sample people, List<String[]> published) {
    assertThat(published).hasSize(people.size());
    for (int i = 0; i < people.size(); i++) {
      assertThat(people.labels().get(i)).isEqualTo(Double.parseDouble(published.get(i)[2]));
      assertThat(people.features().get(i, 0))
          .isCloseTo(Double.parseDouble(published.get(i)[1]), within(1e-3));
    }
  }

  private static List<String[]> published(String name) throws IOException {
    Path file = Shared.path("reference/prc/" + name);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> line.split(",")).toList();
    }
  }

  /** The probability that a defaulter has the higher score, by the mean rank; ties by halves. */
  private static double auc(Sample people) {
    Column scores = people.features().column(0);
    int[] order =
        IntStream.range(0, people.size())
            .boxed()
            .sorted(Comparator.comparingDouble(scores::get))
            .mapToInt(i -> i)
            .toArray();
    double ranks = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && scores.get(order[to]) == scores.get(order[from])) {
        to++;
      }
      for (int at = from; at < to; at++) {
        ranks += people.labels().get(order[at]) * ((from + to + 1) / 2.0);
      }
      from = to;
    }
    double positives = people.labels().sum();
    double negatives = people.size() - positives;
    return (ranks - positives * (positives + 1) / 2) / (positives * negatives);
  }

  /** R(lambda, lambda) for lambda 0, .1, ..., 1 with reach .3, as of specification section 6. */
  @Test
  void thePopulationsRisksAreThePublishedOnes() {
    double[] expected = {.432, .432, .432, .429, .3325, .2867, .2493, .2029, .1576, .0891, .0181};
    Sample people = CreditFile.all(real(CreditExperiment.EXPECTED));
    Acceptance rule = new Acceptance(1e-4, 1);
    for (int k = 0; k < expected.length; k++) {
      double lambda = k / 10.0;
      double sum = 0;
      for (int i = 0; i < people.size(); i++) {
        double score = people.features().get(i, 0);
        double shown = score - .3 <= 1 - lambda ? Math.max(0, score - .3) : score;
        sum += rule.loss(shown, people.labels().get(i), lambda);
      }
      // four decimals of the published scores; ours are of the exact coefficients
      assertThat(sum / people.size()).isCloseTo(expected[k], within(6e-4));
    }
  }

  @Test
  void theStandInIsAlike() {
    Sample people = CreditFile.all(standIn(CreditExperiment.EXPECTED));
    assertThat(people.size()).isEqualTo(17_607);
    assertThat(people.labels().sum()).isEqualTo(7607);
    assertThat(people.names()).containsExactly("score");
    assertThat(auc(people)).isBetween(.72, .84); // .745; .802 of the real people
    double[] scores = people.features().column(0).toArray();
    assertThat(Arrays.stream(scores).allMatch(p -> p >= 0 && p <= 1)).isTrue();
    assertThat(standIn(CreditExperiment.EXPECTED).warning()).isPresent();
  }

  @Test
  void theStandInForAllHasTheirShareOfDefaulters() {
    Sample people = CreditFile.all(standIn(CreditExperiment.QUANTILE));
    assertThat(people.size()).isEqualTo(118_769);
    assertThat(people.labels().sum()).isEqualTo(7607);
    assertThat(auc(people)).isBetween(.72, .84);
  }

  /** Of x = 1 with label 1 and x = -1 with label 0 the gradient is w - 2 / (1 + exp(w)). */
  @Test
  void aFitByHand() {
    Sample two = new Sample(List.of("x"), Matrix.of(2, 1, 1, -1), Column.of(1, 0));
    double[] fitted = PenalisedLogistic.fit(two);
    assertThat(fitted[0]).isCloseTo(2 / (1 + Math.exp(fitted[0])), within(1e-12));
    assertThat(PenalisedLogistic.probabilities(two.features(), fitted).get(0))
        .isCloseTo(1 / (1 + Math.exp(-fitted[0])), within(1e-15));
  }
}
