package org.sibyl.learning.riskcontrol.width;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.sibyl.Shared;
import org.sibyl.prediction.risk.ConditionalValueAtRisk;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskMeasure;
import org.sibyl.prediction.risk.Spectral;
import org.sibyl.prediction.risk.Spectral.Step;
import org.sibyl.prediction.risk.ValueAtRisk;

class BandTest {
  private static final RiskMeasure MEAN = new MeanRisk();
  private static final List<RiskMeasure> MEASURES =
      List.of(
          MEAN,
          new ConditionalValueAtRisk(0.3),
          new ValueAtRisk(0.5),
          new Spectral(List.of(new Step(0, 0.5), new Step(0.5, 1.5))));

  private static UniformRandomProvider stream(long seed) {
    return RandomSource.L64_X128_MIX.create(seed);
  }

  /** Half-width b = .25 for four losses: the lower band has .25 at each of 3 and the rest at 1. */
  @Test
  void boundsByHand() {
    Band band = Band.mirrored(new double[] {0, 0, 0.25, 0.5, 0.75});
    double[] losses = {0.1, 0.2, 0.4, 0.8};
    assertThat(band.highest(MEAN, losses)).isCloseTo((0.2 + 0.4 + 0.8 + 1) / 4, within(1e-15));
    assertThat(band.lowest(MEAN, losses)).isCloseTo((0 + 0.1 + 0.2 + 0.4) / 4, within(1e-15));
    RiskMeasure tail = new ConditionalValueAtRisk(0.5);
    assertThat(band.highest(tail, losses)).isCloseTo((0.8 + 1) / 2, within(1e-15));
    assertThat(band.lowest(tail, losses)).isCloseTo((0.2 + 0.4) / 2, within(1e-15));
    assertThat(band.highest(new ValueAtRisk(0.6), losses)).isEqualTo(0.8);
    assertThat(band.lowest(new ValueAtRisk(0.6), losses)).isEqualTo(0.2);
    assertThat(band.sample()).isEqualTo(4);
    assertThat(band.low(3)).isEqualTo(0.5);
    assertThat(band.high(3)).isEqualTo(1);
  }

  /** Recorded: (integral from beta + b of the quantiles, and b) / (1 - beta), as for DKW. */
  @Test
  void theWidthOfTheTailIsTheBandsOverItsSize() {
    for (JsonNode row : Shared.json("reference/prc/widths.json").get("cvar_dkw")) {
      int n = row.get("n").asInt();
      double failure = row.get("delta_prime").asDouble();
      ConditionalValueAtRisk tail = new ConditionalValueAtRisk(row.get("beta").asDouble());
      assertThat(Hoeffding.at(n, failure))
          .isCloseTo(row.get("dkw_epsilon").asDouble(), within(1e-12));
      assertThat(new DkwBand().of(n, failure, tail, 0.5).orElseThrow())
          .isCloseTo(row.get("width").asDouble(), within(1e-9));
      assertThat(new DkwBand().of(n, failure, tail, row.get("width").asDouble() - 1e-6)).isEmpty();
    }
  }

  /**
   * For the mean, where R+ and R- are the band's half-width away from R at most, it is Hoeffding.
   */
  @Test
  void forTheMeanTheBandIsAsWideAsHoeffding() {
    for (double level : new double[] {0.1, 0.3, 0.9}) {
      assertThat(new DkwBand().of(500, 0.1, MEAN, level).orElseThrow())
          .isCloseTo(Hoeffding.at(500, 0.1), within(1e-12));
    }
    assertThat(new DkwBand().of(500, 0.1, MEAN, 0.05)).isEmpty();
  }

  /** All samples of four losses on a grid: none differs by more, and some nearly by as much. */
  @Test
  void theWidthIsTheWorstCase() {
    for (RiskMeasure measure : MEASURES) {
      for (Band band : List.of(DkwBand.band(4, 0.6), BerkJones.band(4, 0.5))) {
        for (double level : new double[] {0.62, 0.8, 0.95}) {
          double worst = worst(band, measure, level);
          if (worst < 0) {
            continue; // nothing within the level
          }
          double width = band.width(measure, level).orElseThrow();
          assertThat(worst).as(measure + " " + level).isLessThanOrEqualTo(width + 1e-12);
          assertThat(worst).as(measure + " " + level).isGreaterThan(width - 0.03);
        }
      }
    }
    assertThat(DkwBand.band(4, 0.6).width(MEAN, 0.3)).isEmpty();
  }

  private static double worst(Band band, RiskMeasure measure, double level) {
    double worst = -1;
    int fine = 25;
    for (int a = 0; a <= fine; a++) {
      for (int b = a; b <= fine; b++) {
        for (int c = b; c <= fine; c++) {
          for (int d = c; d <= fine; d++) {
            double[] losses = {a / 25.0, b / 25.0, c / 25.0, d / 25.0};
            double high = band.highest(measure, losses);
            if (high <= level + 1e-12) {
              double risk = measure.of(losses);
              worst = Math.max(worst, high - risk);
              worst = Math.max(worst, risk - band.lowest(measure, losses));
            }
          }
        }
      }
    }
    return worst;
  }

  /** Steck's determinant, for n! times the volume of ascending points within their bounds. */
  @Test
  void fewOrderStatisticsByHand() {
    assertThat(OrderStatistics.within(new double[] {0, 0.2})).isCloseTo(0.6, within(1e-15));
    assertThat(BerkJones.commonLevel(1, 0.1)).isCloseTo(0.1, within(1e-15));
    // Two: .1 to .7 and .3 to .9; the rectangle without the triangle where they change places.
    double two = 2 * (0.6 * 0.6 - 0.4 * 0.4 / 2);
    assertThat(OrderStatistics.within(new double[] {0, 0.1, 0.3})).isCloseTo(two, within(1e-14));
    double[] low = {0.05, 0.2, 0.4};
    double[] high = {0.6, 0.8, 0.95};
    double b = high[0] - low[1];
    double c = high[0] - low[2];
    double e = high[1] - low[2];
    double one = high[0] - low[0];
    double mid = high[1] - low[1];
    double top = high[2] - low[2];
    double determinant = one * (mid * top - e * e / 2) - (b * b / 2 * top - c * c * c / 6);
    assertThat(OrderStatistics.within(new double[] {0, 0.05, 0.2, 0.4}))
        .isCloseTo(6 * determinant, within(1e-14));
    assertThat(OrderStatistics.within(new double[] {0, 0.6})).isZero();
  }

  @Test
  void theCommonLevelOfFewIsExact() {
    for (int n : new int[] {2, 3}) {
      double level = BerkJones.commonLevel(n, 0.1);
      double[] low = new double[n + 1];
      for (int i = 1; i <= n; i++) {
        low[i] = BetaDistribution.of(i, n - i + 1).inverseCumulativeProbability(level / 2);
      }
      assertThat(1 - OrderStatistics.within(low)).isBetween(0.1 * (1 - 2e-5), 0.1 + 1e-12);
      for (int i = 0; i <= n; i++) {
        assertThat(BerkJones.band(n, 0.1).low(i)).isCloseTo(low[i], within(1e-12));
        assertThat(BerkJones.band(n, 0.1).high(n - i)).isCloseTo(1 - low[i], within(1e-12));
      }
    }
  }

  /**
   * Larger samples, whose exact law the Stirling series normalises; and quantiles of the library.
   */
  @Test
  void boundsAreQuantilesAtOneLevel() {
    for (int n : new int[] {49, 50, 300}) {
      double level = BerkJones.commonLevel(n, 0.05);
      Band band = BerkJones.band(n, 0.05);
      for (int i : new int[] {1, 2, 3, n / 2, n - 1, n}) {
        assertThat(BetaDistribution.of(i, n - i + 1).cumulativeProbability(band.low(i)))
            .isCloseTo(level / 2, within(1e-8 * level));
      }
    }
  }

  /** Without bounds the counts are sure to end at n: nothing gets lost on the way. */
  @Test
  void withoutBoundsAllStayWithin() {
    for (int n : new int[] {1, 10, 49, 50, 400}) {
      double[] low = new double[n + 1];
      for (int i = 1; i <= n; i++) {
        low[i] = i * 1e-12 / n;
      }
      assertThat(OrderStatistics.within(low)).isCloseTo(1, within(1e-9));
    }
  }

  /**
   * Massart's constant: the band of Dvoretzky, Kiefer and Wolfowitz holds with at least 1 -
   * failure, and hardly more; its exact probability is that of order statistics within bounds.
   */
  @Test
  void theDkwBandHoldsAndIsTight() {
    for (int n : new int[] {20, 200, 2000}) {
      Band band = DkwBand.band(n, 0.1);
      double[] low = new double[n + 1];
      for (int i = 1; i <= n; i++) {
        low[i] = band.low(i);
      }
      assertThat(1 - OrderStatistics.within(low)).isBetween(0.06, 0.1);
    }
  }

  /**
   * P8: how often a band does not hold in 4000 samples of 40. The Berk-Jones band fails with
   * probability .1, so by Bernstein 400 +- 120 is missed with probability 2 exp(-120^2 / 2 / (360 +
   * 40)) = 3e-8; that of DKW with at most .1, so that 520 is exceeded with half of that.
   */
  @Test
  void bandsHoldAsOftenAsTheySay() {
    int[] failures = new int[2];
    List<Band> bands = List.of(BerkJones.band(40, 0.1), DkwBand.band(40, 0.1));
    UniformRandomProvider random = stream(20260720);
    for (int run = 0; run < 4000; run++) {
      double[] sample = random.doubles(40).sorted().toArray();
      for (int k = 0; k < 2; k++) {
        failures[k] += holds(bands.get(k), sample) ? 0 : 1;
      }
    }
    assertThat(failures[0]).isBetween(280, 520);
    assertThat(failures[1]).isBetween(100, 520);
  }

  private static boolean holds(Band band, double[] uniform) {
    for (int i = 1; i <= uniform.length; i++) {
      if (uniform[i - 1] < band.low(i) || uniform[i - 1] > band.high(i - 1)) {
        return false;
      }
    }
    return true;
  }

  /**
   * P8: the conditional value-at-risk of losses that are uniform with probability q is between R-
   * and R+, and within the width of the sample's where R+ is within the level, in all but .1 of
   * 2000 samples of 500: by Bernstein 310 failures have probability exp(-110^2 / 2 / (180 + 110 /
   * 3)) = 8e-13. Bands are wider than one measure needs, so this bound alone is loose; the test
   * above is sharp.
   */
  @Test
  void bandsCoverTheConditionalValueAtRisk() {
    double[][] cases = {{0.3, 0.5}, {0.06, 0.9}, {0.8, 0.7}};
    for (int k = 0; k < cases.length; k++) {
      double q = cases[k][0];
      ConditionalValueAtRisk measure = new ConditionalValueAtRisk(cases[k][1]);
      double truth = truth(q, cases[k][1]);
      for (Band band : List.of(DkwBand.band(500, 0.1), BerkJones.band(500, 0.1))) {
        double width = band.width(measure, 0.95).orElseThrow();
        UniformRandomProvider random = stream(20260730L + k);
        int outside = 0;
        int beyond = 0;
        for (int run = 0; run < 2000; run++) {
          double[] losses = new double[500];
          Arrays.setAll(losses, i -> random.nextDouble() < q ? random.nextDouble() : 0);
          Arrays.sort(losses);
          double high = band.highest(measure, losses);
          double low = band.lowest(measure, losses);
          outside += truth < low || truth > high ? 1 : 0;
          beyond += high <= 0.95 && Math.abs(measure.of(losses) - truth) > width ? 1 : 0;
        }
        assertThat(outside).as(Arrays.toString(cases[k])).isLessThan(310);
        assertThat(beyond).isLessThanOrEqualTo(outside);
      }
    }
  }

  /** The mean of the worst 1 - beta. */
  private static double truth(double q, double beta) {
    double tail = 1 - beta;
    return q <= tail ? q / 2 / tail : 1 - tail / q / 2;
  }

  /** What it is for: less than half the width in the tail, for a quarter more in the middle. */
  @Test
  void berkAndJonesAreNarrowerInTheTail() {
    RiskMeasure tail = new ConditionalValueAtRisk(0.9);
    double dkw = new DkwBand().of(2000, 0.1, tail, 0.3).orElseThrow();
    double berkJones = new BerkJones().of(2000, 0.1, tail, 0.3).orElseThrow();
    assertThat(berkJones).isLessThan(0.45 * dkw);
    assertThat(new BerkJones().of(2000, 0.1, MEAN, 0.5).orElseThrow())
        .isBetween(Hoeffding.at(2000, 0.1), 1.3 * Hoeffding.at(2000, 0.1));
  }
}
