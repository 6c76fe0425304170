package org.sibyl.prediction.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.sibyl.Shared;
import org.sibyl.prediction.risk.Spectral.Step;

class RiskMeasuresTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private static double[] tenths() {
    return new double[] {0.3, 0.1, 0.2, 0.5, 0.4, 0.9, 1, 0.6, 0.8, 0.7};
  }

  @Test
  void byHand() {
    // The worst 25 % of .1, .2, ..., 1: 1, .9 and half of .8, over 2.5.
    assertThat(new ConditionalValueAtRisk(0.75).of(tenths())).isCloseTo(0.92, within(1e-15));
    assertThat(new ValueAtRisk(0.75).of(tenths())).isEqualTo(0.8);
    assertThat(new MeanRisk().of(tenths())).isCloseTo(0.55, within(1e-15));
    // Half the weight on the lower half, whose mean is .3, would be the mean; a quarter is more.
    assertThat(halves().of(tenths())).isCloseTo(0.25 * 0.3 + 0.75 * 0.8, within(1e-15));
  }

  private static Spectral halves() {
    return new Spectral(List.of(new Step(0, 0.5), new Step(0.5, 1.5)));
  }

  /** CVaR and VaR of twelve samples at ten levels, computed with exact fractions. */
  @Test
  void recordedValues() {
    int compared = 0;
    for (JsonNode sample : Shared.json("reference/prc/cvar_var.json").get("vectors")) {
      double[] losses = sample.get("losses").isArray() ? numbers(sample.get("losses")) : golden();
      assertThat(new MeanRisk().of(losses)).isCloseTo(sample.get("mean").asDouble(), within(1e-12));
      for (JsonNode at : sample.get("by_beta")) {
        double level = at.get("beta").asDouble();
        String name = sample.get("name").asText() + " " + level;
        double tail = at.get("cvar").asDouble();
        assertThat(new ConditionalValueAtRisk(level).of(losses))
            .as(name)
            .isCloseTo(tail, within(1e-11 * Math.max(1, Math.abs(tail))));
        assertThat(new ValueAtRisk(level).of(losses))
            .as(name)
            .isEqualTo(at.get("var_lower_quantile").asDouble());
        compared++;
      }
    }
    assertThat(compared).isEqualTo(120);
  }

  private static double[] golden() {
    return IntStream.rangeClosed(1, 1000)
        .mapToDouble(i -> i * 0.6180339887498949)
        .map(x -> x - Math.floor(x))
        .toArray();
  }

  private static double[] numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  /** 100 * .29 is below 29 in floating point and 100 * .07 above 7: neither may move the rank. */
  @Test
  void theRankOfAQuantileIsNotThatOfItsRounding() {
    double[] hundred = new double[100];
    for (int i = 0; i < 100; i++) {
      hundred[i] = i + 1;
    }
    for (int rank = 1; rank < 100; rank++) {
      assertThat(new ValueAtRisk(rank / 100.0).of(hundred)).isEqualTo(rank);
    }
    assertThat(new ValueAtRisk(0.285).of(hundred)).isEqualTo(29);
    assertThat(new ValueAtRisk(0).of(hundred)).isEqualTo(1);
  }

  @Test
  void whatIsNoMeasureIsRefused() {
    assertThatThrownBy(() -> new ConditionalValueAtRisk(1))
        .hasMessage("level: 1 must lie in [0, 1).");
    assertThatThrownBy(() -> new ValueAtRisk(1)).hasMessage("level: 1 must lie in [0, 1).");
    assertThatThrownBy(() -> new ConditionalValueAtRisk(Double.NaN)).hasMessageContaining("level");
    assertThatThrownBy(() -> new Spectral(List.of(new Step(0, 0.9))))
        .hasMessage("steps: integral 0.9 must be 1.");
    assertThatThrownBy(() -> new Spectral(List.of())).hasMessage("steps: none must begin at 0.");
    assertThatThrownBy(() -> new Spectral(List.of(new Step(0.5, 2))))
        .hasMessage("steps: the first must begin at 0.");
    assertThatThrownBy(
            () -> new Spectral(List.of(new Step(0, 1), new Step(0.5, 1), new Step(0.5, 1))))
        .hasMessage("steps[2].from: 0.5 must ascend.");
    assertThatThrownBy(() -> new Step(0, -1)).hasMessage("height: -1 must lie in [0, inf).");
    assertThatThrownBy(() -> new MeanRisk().norm(0.5)).hasMessage("q: 0.5 must lie in [1, inf].");
  }

  @Test
  void whatCannotBeMeasuredIsRefused() {
    for (RiskMeasure measure :
        List.of(new MeanRisk(), new ValueAtRisk(0.5), new ConditionalValueAtRisk(0.5), halves())) {
      assertThatThrownBy(measure::of).hasMessage("losses: none must be at least one.");
      assertThatThrownBy(() -> measure.of(0.1, Double.NaN, 0.2))
          .hasMessage("losses: NaN must be numbers.");
    }
  }

  /** P1: where at most 1 - beta of all cost anything it is the mean over 1 - beta. */
  @Test
  void aTailThatHoldsAllLossesIsNoTail() {
    ConditionalValueAtRisk tail = new ConditionalValueAtRisk(0.8);
    double[] rare = {0, 0.4, 0, 0, 0, 0, 0, 0.9, 0, 0};
    assertThat(tail.isDegenerate(rare)).isTrue(); // 2 of 10, though 10 * (1 - .8) is below 2
    assertThat(tail.of(rare)).isCloseTo(new MeanRisk().of(rare) / 0.2, within(1e-15));
    double[] frequent = {0, 0.4, 0, 0, 0.1, 0, 0, 0.9, 0, 0};
    assertThat(tail.isDegenerate(frequent)).isFalse();
    assertThat(tail.of(frequent)).isCloseTo(0.65, within(1e-15)); // and not .7
  }

  @Test
  void norms() {
    ConditionalValueAtRisk tail = new ConditionalValueAtRisk(0.75);
    assertThat(tail.norm(INFINITE)).isEqualTo(4);
    assertThat(tail.norm(2)).isCloseTo(2, within(1e-15));
    assertThat(tail.norm(1)).isEqualTo(1);
    assertThat(halves().norm(INFINITE)).isEqualTo(1.5);
    assertThat(halves().norm(2)).isCloseTo(Math.sqrt(1.25), within(1e-15));
    assertThat(halves().norm(1)).isCloseTo(1, within(1e-15));
    assertThat(new ValueAtRisk(0.5).norm(2)).isInfinite();
    assertThat(new ValueAtRisk(0.5).norm(1)).isEqualTo(1);
    assertThat(new MeanRisk().norm(3)).isEqualTo(1);
  }
}
