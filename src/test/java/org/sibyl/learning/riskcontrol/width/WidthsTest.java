package org.sibyl.learning.riskcontrol.width;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.sibyl.Shared;
import org.sibyl.learning.riskcontrol.width.HoeffdingBentkus.Form;
import org.sibyl.prediction.risk.ConditionalValueAtRisk;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskMeasure;

class WidthsTest {
  private static final RiskMeasure MEAN = new MeanRisk();
  private static final Width HOEFFDING = new Hoeffding();
  private static final Width BERNSTEIN = new EmpiricalBernstein();
  private static final Width BENTKUS = new HoeffdingBentkus(Form.HALF);
  private static final Width BENTKUS_SUM = new HoeffdingBentkus(Form.SUM);
  private static final Width NORMAL = new CentralLimit();
  private static final Offset<Double> CLOSE = within(1e-9);

  private static JsonNode recorded(String part) {
    return Shared.json("reference/prc/widths.json").get(part);
  }

  private static OptionalDouble of(Width width, JsonNode row) {
    return width.of(
        row.get("n").asInt(), row.get("delta_prime").asDouble(), MEAN, row.get("alpha").asDouble());
  }

  private static void same(Width width, JsonNode row, String name) {
    OptionalDouble ours = of(width, row);
    if (row.get(name).isNull()) {
      assertThat(ours).as(name + row).isEmpty();
    } else {
      assertThat(ours.orElseThrow()).as(name + row).isCloseTo(row.get(name).asDouble(), CLOSE);
    }
  }

  @Test
  void recordedClosedForms() {
    for (JsonNode row : recorded("table")) {
      same(BERNSTEIN, row, "emp_bernstein");
      same(NORMAL, row, "clt");
      double hoeffding = row.get("hoeffding").asDouble();
      if (hoeffding > row.get("alpha").asDouble()) { // recorded all the same, but of no use
        assertThat(of(HOEFFDING, row)).isEmpty();
      } else {
        same(HOEFFDING, row, "hoeffding");
      }
    }
  }

  /**
   * The recorded ones stop at the largest omega of a mean that is within the level, which Bentkus's
   * jumps leave up to 1 / n short of what such means need; on means that are multiples of 1 / n
   * they are up to 1 / n wider. The form of the sum is that of the authors' notebook, to the
   * precision of its search, where that finds anything.
   */
  @Test
  void recordedHoeffdingBentkus() {
    int compared = 0;
    for (JsonNode row : recorded("table")) {
      if (row.get("hoeffding_bentkus_half").isNull()) {
        continue;
      }
      double step = 1.0 / row.get("n").asInt();
      double half = of(BENTKUS, row).orElseThrow();
      assertThat(half)
          .isCloseTo(row.get("hoeffding_bentkus_half_lattice").asDouble(), within(step));
      assertThat(half - row.get("hoeffding_bentkus_half").asDouble()).isBetween(-1e-9, 1.2 * step);
      double notebook = row.get("hoeffding_bentkus_authors_notebook_tol1e5").asDouble();
      if (notebook < 0.95 * row.get("alpha").asDouble()) { // else its search failed
        assertThat(of(BENTKUS_SUM, row).orElseThrow()).isCloseTo(notebook, within(1e-5));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(25);
  }

  @Test
  void recordedTailProbabilities() {
    for (JsonNode row : recorded("hb_pvalues")) {
      double p =
          MeanLimits.pValue(
              row.get("n").asInt(), row.get("sample_risk").asDouble(), row.get("level").asDouble());
      assertThat(p).as(row.toString()).isCloseTo(row.get("p").asDouble(), within(1e-10));
    }
  }

  @Test
  void recordedPointwiseWidths() {
    for (JsonNode row : recorded("pointwise_widths")) {
      int n = row.get("n").asInt();
      double mean = row.get("r").asDouble();
      double failure = row.get("delta_prime").asDouble();
      assertThat(Hoeffding.at(n, failure)).isCloseTo(row.get("hoeffding").asDouble(), CLOSE);
      assertThat(CentralLimit.omega(n, failure).at(mean))
          .isCloseTo(row.get("clt").asDouble(), CLOSE);
      assertThat(EmpiricalBernstein.omega(n, failure).at(mean))
          .isCloseTo(row.get("emp_bernstein").asDouble(), CLOSE);
      assertThat(new MeanLimits(n, failure, Form.HALF).at(mean))
          .isCloseTo(row.get("hb_half").asDouble(), CLOSE);
      assertThat(new MeanLimits(n, failure, Form.SUM).at(mean))
          .isCloseTo(row.get("hb_sum").asDouble(), CLOSE);
    }
  }

  /** Section 4 of the specification, for 2000 people. */
  @Test
  void specifiedValues() {
    double[] failures = {0.1, 0.01, 0.002};
    for (int k = 0; k < failures.length; k++) {
      assertWidth(HOEFFDING, failures[k], 0.3, new double[] {.02737, .03639, .04156}[k], 5e-6);
      assertWidth(BERNSTEIN, failures[k], 0.3, new double[] {.03124, .04092, .04679}[k], 6e-6);
      assertWidth(BENTKUS, failures[k], 0.3, new double[] {.0220, .0300, .0345}[k], 5e-5);
      assertWidth(NORMAL, failures[k], 0.3, new double[] {.01658, .02570, .03066}[k], 6e-6);
    }
    double[] levels = {0.02, 0.05, 0.1};
    for (int k = 0; k < levels.length; k++) {
      assertWidth(BERNSTEIN, 0.1, levels[k], new double[] {.01027, .01541, .02072}[k], 6e-6);
      assertWidth(BENTKUS, 0.1, levels[k], new double[] {.0070, .0105, .0145}[k], 5e-5);
      assertWidth(NORMAL, 0.1, levels[k], new double[] {.00454, .00743, .01050}[k], 6e-6);
    }
  }

  private static void assertWidth(
      Width width, double failure, double level, double expected, double error) {
    assertThat(width.of(2000, failure, MEAN, level).orElseThrow())
        .as(width + " " + failure + " " + level)
        .isCloseTo(expected, within(error));
  }

  @Test
  void theirOrderTurnsWithTheLevel() {
    for (double failure : new double[] {0.1, 0.01, 0.001}) {
      assertThat(widths(0.3, failure, NORMAL, BENTKUS, HOEFFDING, BERNSTEIN)).isSorted();
      assertThat(widths(0.05, failure, NORMAL, BENTKUS, BERNSTEIN, HOEFFDING)).isSorted();
    }
  }

  private static Double[] widths(double level, double failure, Width... widths) {
    return List.of(widths).stream()
        .map(width -> width.of(2000, failure, MEAN, level).orElse(1))
        .toArray(Double[]::new);
  }

  /** The width is the largest pointwise one of a mean that is within the level with it. */
  @Test
  void theLevelsWidthIsTheLargestBelowIt() {
    for (double level : new double[] {0.02, 0.1, 0.3, 0.5, 0.55, 0.9, 1}) {
      for (RootWidth omega :
          List.of(CentralLimit.omega(100, 0.05), EmpiricalBernstein.omega(1000, 0.01))) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double mean = 0; mean <= 1; mean += 1e-6) {
          if (mean + omega.at(mean) <= level) {
            largest = Math.max(largest, omega.at(mean));
          }
        }
        OptionalDouble width = omega.within(level);
        if (width.isEmpty()) {
          assertThat(largest).isEqualTo(Double.NEGATIVE_INFINITY);
        } else {
          assertThat(width.getAsDouble()).isCloseTo(largest, within(1e-5));
        }
      }
    }
    assertThat(EmpiricalBernstein.omega(1000, 0.01).within(0.01)).isEmpty();
  }

  /** Every mean up to level - width has, with it, its limits on both sides. */
  @Test
  void hoeffdingBentkusCoversAllMeansBelowIt() {
    for (double level : new double[] {0.08, 0.1, 0.2, 0.3, 0.5, 0.7, 0.95}) {
      for (int n : new int[] {100, 101, 500}) {
        double width = BENTKUS.of(n, 0.1, MEAN, level).orElseThrow();
        for (double mean = 0; mean <= level - width - 1e-9; mean += 1e-3 / 7) {
          double above = MeanLimits.pValue(n, mean, Math.max(level, mean + width));
          double below = MeanLimits.pValue(n, 1 - mean, 1 - mean + width);
          assertThat(Math.max(above, below))
              .as(n + " " + level + " " + mean)
              .isLessThan(0.05 + 1e-9);
        }
      }
    }
  }

  /** Nothing is wider than Hoeffding's width, whose bound is a part of it, but for the jumps. */
  @Test
  void hoeffdingBentkusIsBounded() {
    for (double level : new double[] {0.1, 0.3, 0.5, 0.6, 0.8, 1}) {
      for (int n : new int[] {60, 500, 2000}) {
        double hoeffding = Hoeffding.at(n, 0.1);
        BENTKUS
            .of(n, 0.1, MEAN, level)
            .ifPresent(width -> assertThat(width).isLessThan(hoeffding + 1e-12));
      }
    }
    assertThat(BENTKUS.of(60, 0.1, MEAN, 0.04)).isEmpty();
    assertThat(BENTKUS.of(60, 0.1, MEAN, 0.8).orElseThrow()).isBetween(0.15, 0.158); // at 1/2
  }

  @Test
  void knownVariances() {
    // 1.959964 * sqrt(.25 / 2500)
    assertThat(new KnownVariance(0.25).of(2500, 0.05, MEAN, 0.3).orElseThrow())
        .isCloseTo(0.01959963984540054, within(1e-15));
    // Demand forecasts: in units of load, beyond all losses in [0, 1].
    assertThat(new KnownVariance(2e6).of(4032, 0.1, MEAN, 300).orElseThrow())
        .isCloseTo(1.6448536269514722 * Math.sqrt(2e6 / 4032), within(1e-11));
    assertThat(new KnownVariance(2e6).of(4032, 0.1, MEAN, 30)).isEmpty();
  }

  @Test
  void normalQuantiles() {
    assertThat(StandardNormal.twoSided(0.05)).isCloseTo(1.959963984540054, within(2e-15));
    assertThat(StandardNormal.twoSided(2e-9)).isCloseTo(5.9978070150076865, within(1e-14));
  }

  @Test
  void whatIsNotInTheirRangesIsRefused() {
    List<Width> all =
        List.of(HOEFFDING, BERNSTEIN, BENTKUS, NORMAL, new DkwBand(), new BerkJones());
    for (Width width : all) {
      assertThatThrownBy(() -> width.of(1, 0.1, MEAN, 0.3))
          .hasMessage("sample: 1 must be at least 2.");
      assertThatThrownBy(() -> width.of(100, 1, MEAN, 0.3))
          .hasMessage("failure: 1 must lie in (0, 1).");
      assertThatThrownBy(() -> width.of(100, 0.1, MEAN, 0))
          .hasMessage("level: 0 must lie in (0, inf).");
    }
    RiskMeasure tail = new ConditionalValueAtRisk(0.9);
    for (Width width : all.subList(0, 4)) {
      assertThatThrownBy(() -> width.of(100, 0.1, tail, 0.3))
          .hasMessageContaining("is for the mean. For this measure choose width: {type: dkw}, or");
      assertThat(width.isUniform()).isFalse();
    }
    assertThatThrownBy(() -> new TailCentralLimit(0.1).of(100, 0.1, MEAN, 0.3))
        .hasMessage(
            "width: cvar-clt is for the conditional value-at-risk. For the mean choose width: {type:"
                + " hoeffding} or {type: clt}, for other measures {type: dkw}.");
    assertThat(all.stream().filter(Width::isExact)).hasSize(5);
    assertThat(all.stream().filter(Width::isUniform)).hasSize(2);
  }

  @Test
  void widthsGrowAsFailureFallsAndShrinkWithPeople() {
    List<Width> all =
        List.of(HOEFFDING, BERNSTEIN, BENTKUS, NORMAL, new DkwBand(), new BerkJones());
    for (Width width : all) {
      double last = 0;
      for (double failure : new double[] {0.5, 0.1, 0.01, 1e-4, 1e-6}) {
        double next = width.of(1000, failure, MEAN, 0.4).orElseThrow();
        assertThat(next).as(width.toString()).isGreaterThan(last);
        assertThat(width.of(2000, failure, MEAN, 0.4).orElseThrow()).isLessThan(next);
        last = next;
      }
    }
  }
}
