package org.sibyl.population.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.population.Sample;

class DailyDemandTest {
  private static final DailyDemand DEMAND = new DailyDemand(30_000, 15_000, 1000, 144);

  /** sin(2 pi (t / 144 - 1/2)) is 0, -1, 0, 1 at midnight, six, noon and eighteen o'clock. */
  @Test
  void theForecastFollowsTheDay() {
    Sample sample = DEMAND.draw(288, Randomness.of(3).at(Draw.FEATURES, 0));
    double[] expected = {30_000, 15_000, 30_000, 45_000};
    for (int k = 0; k < 8; k++) {
      assertThat(sample.features().get(36 * k, 0)).isCloseTo(expected[k % 4], within(1e-8));
    }
  }

  /** Of 100 000 normal numbers: mean and squares within four standard errors, .00006 each. */
  @Test
  void demandIsTheForecastAndNoise() {
    int size = 100_000;
    Sample sample = DEMAND.draw(size, Randomness.of(20260615).at(Draw.FEATURES, 0));
    Column noise =
        Column.generate(size, t -> (sample.labels().get(t) - sample.features().get(t, 0)) / 1000);
    assertThat(noise.mean()).isCloseTo(0, within(4 / Math.sqrt(size)));
    assertThat(Column.generate(size, t -> noise.get(t) * noise.get(t)).mean())
        .isCloseTo(1, within(4 * Math.sqrt(2.0 / size)));
  }
}
