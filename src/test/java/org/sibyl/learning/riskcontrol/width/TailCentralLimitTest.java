package org.sibyl.learning.riskcontrol.width;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.sibyl.Shared;
import org.sibyl.prediction.risk.ConditionalValueAtRisk;

class TailCentralLimitTest {
  private static double worst(double positives, double beta) {
    return TailCentralLimit.worstVariance(positives, beta);
  }

  @Test
  void specifiedVariances() {
    assertThat(worst(0.0640487, 0.9)).isCloseTo(2.03240, within(6e-6));
    assertThat(TailCentralLimit.variance(0.2, 0.9)).isCloseTo(0.771, within(5e-4));
    assertThat(TailCentralLimit.variance(0.5, 0.5)).isCloseTo(0.4167, within(5e-5));
  }

  /** What the published code takes is below the worst case by factors of 9 and 25. */
  @Test
  void theWorstCaseIsNotAtTheBoundOfPositivesAsInThePublishedCode() {
    assertThat(worst(0.3, 0.9)).isCloseTo(3.0833, within(5e-5));
    assertThat(worst(0.5, 0.9)).isCloseTo(3.0833, within(5e-5));
    assertThat(TailCentralLimit.variance(0.3, 0.9)).isCloseTo(0.3426, within(5e-5));
    assertThat(TailCentralLimit.variance(0.5, 0.9)).isCloseTo(0.1233, within(5e-5));
    // Beyond 2/3 the variance falls as well, though the tail holds them all: at beta = .1.
    assertThat(worst(0.85, 0.1)).isEqualTo(TailCentralLimit.variance(2.0 / 3, 0.1));
  }

  @Test
  void noShareOfPositivesIsWorse() {
    for (double beta = 0; beta < 1; beta += 0.01) {
      for (double positives = 0.05; positives <= 1; positives += 0.05) {
        double largest = 0;
        for (double q = 0.001; q <= positives; q += 0.001) {
          largest = Math.max(largest, TailCentralLimit.variance(q, beta));
        }
        assertThat(worst(positives, beta)).isGreaterThanOrEqualTo(largest * (1 - 1e-12));
        assertThat(worst(positives, beta)).isLessThan(largest * 1.12); // next to the grid
      }
    }
  }

  @Test
  void theBranchesMeet() {
    for (double beta : new double[] {0.1, 0.5, 0.9, 0.99}) {
      double tail = 1 - beta;
      double there = (1 + 3 * beta) / (12 * tail);
      assertThat(TailCentralLimit.variance(tail, beta)).isCloseTo(there, within(1e-12 * there));
      assertThat(TailCentralLimit.variance(tail * (1 + 1e-12), beta))
          .isCloseTo(there, within(1e-10 * there));
    }
  }

  @Test
  void recordedWidths() {
    int anticonservative = 0;
    for (JsonNode row : Shared.json("reference/prc/widths.json").get("quantile_clt")) {
      double positives = row.get("p").asDouble();
      double beta = row.get("beta").asDouble();
      assertThat(worst(positives, beta))
          .isCloseTo(row.get("variance_worst_over_q_le_p").asDouble(), within(1e-11));
      assertThat(TailCentralLimit.variance(positives, beta))
          .isCloseTo(row.get("variance_code").asDouble(), within(1e-11));
      double width =
          new TailCentralLimit(positives)
              .of(
                  row.get("n").asInt(),
                  row.get("delta_prime").asDouble(),
                  new ConditionalValueAtRisk(beta),
                  1)
              .orElseThrow();
      assertThat(width).isCloseTo(row.get("width_worst").asDouble(), within(1e-9));
      anticonservative += width > 2 * row.get("width_reference_class").asDouble() ? 1 : 0;
    }
    assertThat(anticonservative).isEqualTo(8); // p = .43 at beta = .9, and p = .064 at .99
  }

  @Test
  void aWidthAboveTheLevelIsNone() {
    assertThat(new TailCentralLimit(0.1).of(100, 0.1, new ConditionalValueAtRisk(0.9), 0.2))
        .isEmpty();
  }

  /**
   * P7: the variance of 20 000 estimates, times n = 1000. The estimate is near normal, so that this
   * has a relative error of sqrt(2 / 20 000) = 1 %, and a bias of order 1 / n, below 1 % as well: 5
   * % is 4 deviations, a false alarm of 6e-5 for each case.
   */
  @Test
  void variancesAreThoseOfEstimates() {
    double[][] cases = {{0.064, 0.9}, {0.2, 0.9}, {0.5, 0.5}, {0.3, 0.5}};
    for (int k = 0; k < cases.length; k++) {
      UniformRandomProvider random = RandomSource.L64_X128_MIX.create(20260710L + k);
      double simulated = simulated(cases[k][0], cases[k][1], random);
      assertThat(simulated / TailCentralLimit.variance(cases[k][0], cases[k][1]))
          .as(Arrays.toString(cases[k]))
          .isCloseTo(1, within(0.05));
    }
  }

  private static double simulated(double q, double beta, UniformRandomProvider random) {
    int runs = 20_000;
    double[] losses = new double[1000];
    ConditionalValueAtRisk measure = new ConditionalValueAtRisk(beta);
    double sum = 0;
    double squares = 0;
    for (int run = 0; run < runs; run++) {
      for (int i = 0; i < losses.length; i++) {
        losses[i] = random.nextDouble() < q ? random.nextDouble() : 0;
      }
      double estimate = measure.of(losses);
      sum += estimate;
      squares += estimate * estimate;
    }
    return losses.length * (squares - sum * sum / runs) / (runs - 1);
  }
}
