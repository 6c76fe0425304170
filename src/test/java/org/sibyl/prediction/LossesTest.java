package org.sibyl.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Losses by hand, and at their ends. */
class LossesTest {
  @ParameterizedTest
  @CsvSource({
    "0.5, 1, 0.5, -1, -1",
    "0.5, 0, 1.5, 1, -1",
    "-2, 1, 3, -1, 4",
    "2, 1, 0, 0, 0",
    "1, 1, 0, 0, 0", // at the kink, from the right: enough is enough
    "-1, 0, 0, 1, 2", // at the kink, from the right: more is too much
    "-3, 0, 0, 0, 0",
  })
  void hinge(double score, double label, double value, double slope, double outcomeSlope) {
    HingeLoss hinge = new HingeLoss();
    assertThat(hinge.value(score, label)).isEqualTo(value);
    assertThat(hinge.slope(score, label)).isEqualTo(slope);
    assertThat(hinge.outcomeSlope(score, label)).isEqualTo(outcomeSlope);
    assertThat(hinge.curvature(score, label)).isZero();
  }

  @Test
  void linear() {
    LinearLoss revenue = new LinearLoss(-2);
    assertThat(revenue.value(3, 5)).isEqualTo(-30);
    assertThat(revenue.slope(3, 5)).isEqualTo(-10);
    assertThat(revenue.outcomeSlope(3, 5)).isEqualTo(-6);
    assertThat(revenue.curvature(3, 5)).isZero();
    assertThatThrownBy(() -> new LinearLoss(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("weight: NaN must be a finite number");
  }

  @Test
  void target() {
    TargetLoss occupancy = new TargetLoss(0.5, 3);
    for (double price : new double[] {-1, 0, 7}) {
      assertThat(occupancy.value(price, 1)).isEqualTo(0.75);
      assertThat(occupancy.outcomeSlope(price, 1)).isEqualTo(3);
      assertThat(occupancy.outcomeSlope(price, 0.25)).isEqualTo(-1.5);
      assertThat(occupancy.slope(price, 1)).isZero();
      assertThat(occupancy.curvature(price, 1)).isZero();
    }
    assertThatThrownBy(() -> new TargetLoss(Double.NaN, 1))
        .hasMessageStartingWith("target: NaN must be a finite number");
    for (double factor : new double[] {0, -1, Double.NaN}) {
      assertThatThrownBy(() -> new TargetLoss(1, factor)).hasMessageStartingWith("factor: ");
    }
  }

  @Test
  void cosine() {
    CosineLoss cosine = new CosineLoss();
    assertThat(cosine.value(0, 3)).isEqualTo(3);
    assertThat(cosine.value(Math.PI, 3)).isEqualTo(-3);
    assertThat(cosine.slope(Math.PI / 2, 3)).isCloseTo(-3, within(1e-15));
    assertThat(cosine.curvature(0, 3)).isEqualTo(-3);
    assertThat(cosine.outcomeSlope(Math.PI, 3)).isEqualTo(-1);
  }

  @Test
  void crossEntropy() {
    CrossEntropy entropy = new CrossEntropy();
    assertThat(entropy.value(0.25, 1)).isCloseTo(Math.log(4), within(1e-15));
    assertThat(entropy.value(0.25, 0)).isCloseTo(-Math.log(0.75), within(1e-15));
    assertThat(entropy.value(0.5, 0.3)).isCloseTo(Math.log(2), within(1e-15));
    assertThat(entropy.slope(0.25, 1)).isCloseTo(-4, within(1e-14));
    assertThat(entropy.curvature(0.25, 1)).isCloseTo(16, within(1e-13));
    assertThat(entropy.outcomeSlope(0.25, 1)).isCloseTo(Math.log(3), within(1e-14));
  }

  @Test
  void aForecastOfExactlyTheLabelCostsNothing() {
    CrossEntropy entropy = new CrossEntropy();
    assertThat(entropy.value(1, 1)).isZero();
    assertThat(entropy.value(0, 0)).isZero();
  }

  @Test
  void aForecastOfExactlyTheOtherLabelCostsTheFloor() {
    CrossEntropy entropy = new CrossEntropy();
    double most = 1 - Math.log(CrossEntropy.FLOOR);
    assertThat(most).isCloseTo(28.631, within(1e-3));
    assertThat(entropy.value(0, 1)).isCloseTo(most, within(1e-12));
    assertThat(entropy.value(1, 0)).isCloseTo(most, within(1e-12));
    assertThat(entropy.slope(0, 1)).isEqualTo(-1 / CrossEntropy.FLOOR);
    assertThat(entropy.slope(-1, 1)).isEqualTo(-1 / CrossEntropy.FLOOR);
  }

  /** Sure and right: what is left of the loss is e to the minus score, for both labels. */
  @ParameterizedTest
  @CsvSource({"40", "300", "700"})
  void logisticKeepsItsPrecisionFarOut(double score) {
    LogisticLoss logistic = new LogisticLoss();
    double left = Math.exp(-score);
    var precision = within(1e-14 * left);
    assertThat(logistic.value(score, 1)).isCloseTo(left, precision);
    assertThat(logistic.value(-score, 0)).isCloseTo(left, precision);
    assertThat(logistic.slope(score, 1)).isCloseTo(-left, precision);
    assertThat(logistic.slope(-score, 0)).isCloseTo(left, precision);
    assertThat(logistic.curvature(score, 1)).isCloseTo(left, precision);
    assertThat(logistic.value(score, 0)).isEqualTo(score);
    assertThat(logistic.slope(score, 0)).isEqualTo(1);
  }

  @Test
  void logisticOfEvenOdds() {
    LogisticLoss logistic = new LogisticLoss();
    assertThat(logistic.value(0, 1)).isCloseTo(Math.log(2), within(1e-15));
    assertThat(logistic.slope(0, 1)).isEqualTo(-0.5);
    assertThat(logistic.curvature(0, 1)).isEqualTo(0.25);
  }

  @Test
  void squaredLossNeedsAFactor() {
    assertThat(new SquaredLoss(0.5).value(1, 4)).isEqualTo(4.5);
    assertThat(SquaredLoss.plain().slope(1, 4)).isEqualTo(-6);
    for (double factor : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new SquaredLoss(factor))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("factor: ");
    }
  }
}
