package org.sibyl.metrics.riskcontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.sibyl.Shared;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Workers;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Conservative;
import org.sibyl.prediction.DistributionMap;
import org.sibyl.prediction.risk.Acceptance;
import org.sibyl.prediction.risk.ConditionalValueAtRisk;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskTarget;
import org.sibyl.scenario.SampleScenario;
import org.sibyl.scenario.Scenario;

/** Sensitivity where it is known: by hand, in the world of closed forms, and as published. */
class RiskSensitivityTest {
  private static final RiskTarget SHARP = new RiskTarget(new Acceptance(0, 1), new MeanRisk(), 0.2);

  private static Cohort cohort(double[] scores, double... labels) {
    return new Cohort(
        1,
        java.util.stream.IntStream.range(0, scores.length).toArray(),
        Matrix.of(scores.length, 1, scores),
        Column.constant(scores.length, 0),
        Column.of(labels),
        Optional.empty(),
        Optional.empty());
  }

  private static double lambda(Object model) {
    return ((Conservative) model).conservativeness();
  }

  /** Four people show .5 once lambda is .5 or more, else .1, .1, .5 and .5; the last costs 3. */
  private static final DistributionMap FOUR =
      (model, replicate) ->
          lambda(model) >= 0.5
              ? cohort(new double[] {.5, .5, .5, .5}, 1, 1, 0, 3)
              : cohort(new double[] {.1, .1, .5, .5}, 1, 1, 0, 3);

  @Test
  void itIsTheLargestDistanceOnTheGrid() {
    RiskTarget risk = new RiskTarget(new Acceptance(0, 3), new MeanRisk(), 0.2);
    SteepestSlope slope = SteepestSlope.of(FOUR, risk, 0, 1, 4);
    // from .25 to .5 two of four people leave the rule of .75, who cost 1 each: (1 + 1) / 4 / .25
    assertThat(slope).isEqualTo(new SteepestSlope(2, 0.25, 0.5, 0.75, 0.25, 20, 4, 3));
    // sqrt(2 ln(2 * 20 / .1) / 4) * 3 / .25 = 12 sqrt(ln(400) / 2)
    assertThat(slope.noiseFloor(0.1)).isCloseTo(20.76982, within(1e-5));
  }

  @Test
  void lossesAreComparedByRankAndNotByTheirMean() {
    DistributionMap swapped =
        (model, replicate) ->
            cohort(
                new double[] {.1, .1},
                lambda(model) < 0.5 ? 1 : 0.9,
                lambda(model) < 0.5 ? 0 : 0.1);
    // {0, 1} against {.1, .9}: the mean is the same, each loss .1 off
    assertThat(SteepestSlope.of(swapped, SHARP, 0, 0.8, 1).slope())
        .isCloseTo(0.1 / 0.8, within(1e-12));
    DistributionMap renamed =
        (model, replicate) ->
            cohort(
                new double[] {.1, .1},
                lambda(model) < 0.5 ? 1 : 0.5,
                lambda(model) < 0.5 ? 0.5 : 1);
    assertThat(SteepestSlope.of(renamed, SHARP, 0, 0.8, 1).slope()).isZero();
  }

  @Test
  void theBoundCountsTheMeasureAndTheMargin() {
    RiskTarget tail = new RiskTarget(new Acceptance(0, 3), new ConditionalValueAtRisk(0.9), 0.2);
    RiskSensitivity sensitivity = RiskSensitivity.of(FOUR, tail, 0, 1, 4);
    assertThat(sensitivity.fine().slope()).isEqualTo(4); // a jump has no bound
    assertThat(sensitivity.dependsOnResolution()).isTrue();
    assertThat(sensitivity.slopeBound(0.5)).isCloseTo(4 * 10 * 1.5, within(1e-9));
  }

  private static DistributionMap world(int size, String... more) {
    List<String> all =
        new java.util.ArrayList<>(
            List.of(
                "population.size=" + size,
                "behavior={type: within-reach, reach: 0.1, clip: false}",
                "survey={type: whole}"));
    all.addAll(List.of(more));
    Scenario scenario =
        SampleScenario.read(SampleScenario.RISK, Path.of("."), all.toArray(String[]::new));
    return scenario.dynamics(0, Workers.serial()).distributionMap(scenario.world(0));
  }

  /**
   * P9. Between neighbors, people of label 1 with scores in an interval of .05 move, of which there
   * are 20 that do not overlap: binomial counts with mean 2500 and deviation 49.4. Five deviations,
   * .0494 in slope, are exceeded by one of the 20 with probability 1.2e-5.
   */
  @Test
  void inTheWorldOfClosedFormsItIsOneHalf() {
    SteepestSlope slope = SteepestSlope.of(world(100_000), SHARP, 0, 1.1, 22);
    assertThat(slope.slope()).isCloseTo(0.5, within(0.05));
    assertThat(slope.step()).isCloseTo(0.05, within(1e-12));
  }

  /**
   * Of 20 000 people 10 000 +- 70.7 have label 1, so that the fullest of 10 intervals holds at
   * least 964 (five deviations). At half the step counts are 500 +- 22.1, and one of 20 exceeds 602
   * (4.6) with probability 4e-5. So the finer is steeper by at most 1.249.
   */
  @Test
  void aBoundedSlopeDoesNotDependOnTheResolution() {
    RiskSensitivity sensitivity = RiskSensitivity.of(world(20_000), SHARP, 0, 1.1, 11);
    assertThat(sensitivity.dependsOnResolution()).isFalse();
    assertThat(sensitivity.slopeBound(0.2))
        .isEqualTo(
            1.2 * Math.max(sensitivity.coarse().slope(), sensitivity.fine().slope()),
            within(1e-12));
  }

  /**
   * With costs that are uniform on [0, 1] it is half of that. Sorted losses differ in total by the
   * costs of the 500 who move on average, whose deviation is at most sqrt(500 / 3) = 12.9: five of
   * them are .065 in slope.
   */
  @Test
  void costsScaleIt() {
    DistributionMap map = world(20_000, "outcome={type: default-cost}");
    assertThat(SteepestSlope.of(map, SHARP, 0, 1.1, 22).slope()).isCloseTo(0.25, within(0.065));
  }

  @Test
  void missingLabelsAndEmptyGridsAreRefused() {
    DistributionMap unseen = (model, replicate) -> cohort(new double[] {.1}, Double.NaN);
    assertThatThrownBy(() -> SteepestSlope.of(unseen, SHARP, 0, 1, 2))
        .hasMessageContaining("loss of individual 0")
        .hasMessageContaining("must be a number");
    assertThatThrownBy(() -> SteepestSlope.of(FOUR, SHARP, 1, 1, 2)).hasMessageContaining("low");
    assertThatThrownBy(() -> SteepestSlope.of(FOUR, SHARP, 0, 1, 0)).hasMessageContaining("steps");
    DistributionMap fewer =
        (model, replicate) ->
            lambda(model) < 0.5
                ? cohort(new double[] {.1}, 1)
                : cohort(new double[] {.1, .2}, 1, 1);
    assertThatThrownBy(() -> SteepestSlope.of(fewer, SHARP, 0, 1, 1))
        .hasMessageContaining("people");
  }

  /** The borrowers of the published experiment, who move by .3 down to 0. */
  private static DistributionMap borrowers() throws IOException {
    Path file = Shared.path("reference/prc/yhat_expected.csv.gz");
    List<String[]> rows;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      rows = lines.lines().skip(1).map(line -> line.split(",")).toList();
    }
    double[] scores = rows.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray();
    double[] labels = rows.stream().mapToDouble(row -> Double.parseDouble(row[2])).toArray();
    return (model, replicate) -> {
      double threshold = 1 - lambda(model);
      double[] shown = scores.clone();
      for (int i = 0; i < shown.length; i++) {
        shown[i] = threshold < scores[i] - 0.3 ? scores[i] : Math.max(0, scores[i] - 0.3);
      }
      return cohort(shown, labels);
    };
  }

  /** The finer, the steeper: 2.7 % of defaulters have a score above .999. */
  @Test
  void thePublishedBorrowersHaveNoSensitivity() throws IOException {
    DistributionMap map = borrowers();
    RiskTarget risk = new RiskTarget(new Acceptance(1e-4, 1), new MeanRisk(), 0.3);
    SteepestSlope fifty = SteepestSlope.of(map, risk, 0, 1, 50);
    JsonNode published =
        Shared.json("reference/prc/det_expected.json").get("empirical_sensitivity_lower_bound");
    assertThat(fifty.slope()).isCloseTo(published.get("value").asDouble(), within(1e-9));
    JsonNode at = published.get("at_deploy_a_b_eval_x");
    assertThat(new double[] {fifty.to(), fifty.from()})
        .containsExactly(new double[] {at.get(0).asDouble(), at.get(1).asDouble()}, within(1e-12));
    assertThat(SteepestSlope.of(map, risk, 0, 1, 10).slope()).isCloseTo(0.996, within(5e-4));
    assertThat(SteepestSlope.of(map, risk, 0, 1, 20).slope()).isCloseTo(1.382, within(2e-3));
    assertThat(RiskSensitivity.of(map, risk, 0, 1, 10).dependsOnResolution()).isTrue();
    // of lambdas that are deployed on the way it is less steep: .74 to .94 for steps .02 to .002
    assertThat(SteepestSlope.of(map, risk, 0.4, 1, 30).slope()).isBetween(0.74, 0.94);
  }
}
