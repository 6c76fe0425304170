package org.sibyl.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

class ForecastByLastActionTest {
  private static final ForecastByLastAction TWO =
      new ForecastByLastAction(Column.of(0, 1, 2, 3, 4, 5));

  @Test
  void everyoneHasANumberForEachLastAction() {
    Column forecasts = predict(2, 1);
    assertThat(forecasts.get(0)).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-12));
    assertThat(forecasts.get(1)).isCloseTo(1 / (1 + Math.exp(-4)), within(1e-12));
  }

  @Test
  void otherFeaturesAreRefused() {
    for (double feature : new double[] {-1, 0.5, 3, Double.NaN}) {
      assertThatThrownBy(() -> predict(feature, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("last action: " + feature + " must be 0, 1, or 2");
    }
  }

  private static Column predict(double first, double second) {
    return TWO.predict(Matrix.of(2, 1, first, second), RandomSource.XO_RO_SHI_RO_128_PP.create(1));
  }
}
