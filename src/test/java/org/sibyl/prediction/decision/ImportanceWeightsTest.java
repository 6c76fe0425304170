package org.sibyl.prediction.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

class ImportanceWeightsTest {
  private static double of(ImportanceWeight weight, double... features) {
    return weight.of(features);
  }

  @Test
  void weightsCountWhomTheySay() {
    assertThat(of(new Everyone(), 3, 4)).isEqualTo(1);
    ImportanceWeight equal = new EqualTo(1, 4, 2.5);
    assertThat(of(equal, 3, 4)).isEqualTo(2.5);
    assertThat(of(equal, 4, 3)).isZero();
    assertThat(equal.max()).isEqualTo(2.5);
    ImportanceWeight least = new AtLeast(1, 3, 4);
    assertThat(of(least, 0, 3)).isEqualTo(4);
    assertThat(of(least, 9, 2.9)).isZero();
    assertThat(least.max()).isEqualTo(4);
    ImportanceWeight byValue = new ByValue(0, List.of(-1.0, 1.0), List.of(0.2, 1.8));
    assertThat(of(byValue, -1)).isEqualTo(0.2);
    assertThat(of(byValue, 1)).isEqualTo(1.8);
    assertThat(byValue.max()).isEqualTo(1.8);
    assertThatThrownBy(() -> of(byValue, 0.5))
        .hasMessage("feature 0: 0.5 must be one of [-1.0, 1.0]. Give it a weight.");
    assertThat(of(new Scaled(byValue, 3), 1)).isCloseTo(5.4, within(1e-15));
    assertThat(new Scaled(byValue, 3).max()).isCloseTo(5.4, within(1e-15));
  }

  @Test
  void theMeanWeightMustBeOne() {
    Matrix people = EarlyWarning.people();
    Column shares = EarlyWarning.shares();
    List<ImportanceWeight> weights =
        List.of(new Everyone(), new EqualTo(0, 1, 2.5), new AtLeast(1, 3, 4));
    for (ImportanceWeight weight : weights) {
      assertThatCode(() -> weight.checkMean(people, shares)).doesNotThrowAnyException();
    }
    assertThatThrownBy(() -> new EqualTo(0, 1, 2).checkMean(people, shares))
        .hasMessageStartingWith("weight: the mean 0.8")
        .hasMessageContaining("must be 1. Divide the weights by it")
        .hasMessageContaining("{type: scaled, factor: 1.2");
    assertThatThrownBy(() -> new EqualTo(0, 1, 2.5 * (1 + 2e-9)).checkMean(people, shares))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Everyone().checkMean(people, Column.constant(9, 1.0 / 9)))
        .hasMessageStartingWith("shares: has 9 values");
  }

  @Test
  void onASampleTheFactorIsReported() {
    Matrix sample = Matrix.of(4, 1, 0, 1, 2, 3);
    Scaled scaled = Scaled.on(sample, new AtLeast(0, 1, 2));
    assertThat(scaled.factor()).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(scaled.mean(sample, Column.constant(4, 0.25))).isCloseTo(1, within(1e-15));
    assertThatThrownBy(() -> Scaled.on(sample, new AtLeast(0, 4, 2)))
        .hasMessageStartingWith("weight: the mean 0.0 must be above 0");
  }

  @Test
  void wrongWeightsAreRefused() {
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new EqualTo(0, 1, bad)).hasMessageStartingWith("factor: ");
      assertThatThrownBy(() -> new AtLeast(0, 1, bad)).hasMessageStartingWith("factor: ");
      assertThatThrownBy(() -> new Scaled(new Everyone(), bad)).hasMessageStartingWith("factor: ");
    }
    assertThatThrownBy(() -> new ByValue(0, List.of(0.0, 1.0), List.of(0.5, -0.5)))
        .hasMessageStartingWith("weights[1]: -0.5 must lie in [0, inf)");
    assertThatThrownBy(() -> new ByValue(0, List.of(0.0, 1.0), List.of(0.5)))
        .hasMessageStartingWith("weights: has 1 values");
    assertThatThrownBy(() -> new ByValue(0, List.of(1.0, 1.0), List.of(0.5, 0.5)))
        .hasMessageStartingWith("values[1]: 1.0 must ascend");
    assertThatThrownBy(() -> new EqualTo(2, 1, 1).check(2))
        .hasMessageStartingWith("feature: 2 must be one of the 2 features");
    assertThatThrownBy(() -> new Scaled(new ByValue(3, List.of(1.0), List.of(1.0)), 1).check(3))
        .hasMessageStartingWith("feature: 3 must be one of the 3 features");
  }
}
