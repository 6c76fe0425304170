package org.sibyl.learning.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NeuralForecastTest {
  /** In single precision the published forecasts are 1 from a log-odds of 17 on: no logarithm. */
  @Test
  void noForecastIsSureWhereThePublishedOnesAre() {
    assertThat(1f / (1f + (float) Math.exp(-17))).isEqualTo(1f);
    for (double logit : new double[] {17, 40, 1000, Double.POSITIVE_INFINITY}) {
      assertThat(NeuralForecast.forecast(logit)).isLessThanOrEqualTo(1 - 0.99e-7);
      assertThat(NeuralForecast.forecast(-logit)).isGreaterThanOrEqualTo(0.99e-7);
    }
    assertThat(NeuralForecast.forecast(0)).isEqualTo(0.5);
    assertThat(NeuralForecast.forecast(1)).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-7));
  }
}
