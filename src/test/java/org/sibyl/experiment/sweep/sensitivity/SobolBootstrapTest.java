package org.sibyl.experiment.sweep.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;

class SobolBootstrapTest {
  private static final Randomness RANDOMNESS = Randomness.of(20);

  /** A statistic that counts calls makes the resampled values 0 .. 999, whatever was chosen. */
  @Test
  void boundsAreThePercentilesOfTheResamples() {
    int[] calls = {-1};
    List<Estimate> estimates =
        Bootstrap.estimates(
            5, 1, chosen -> new double[] {calls[0]++}, RANDOMNESS.at(Draw.SURVEY, 0));
    assertThat(estimates.get(0).value()).isEqualTo(-1);
    assertThat(estimates.get(0).low()).isCloseTo(0.025 * 999, within(1e-9));
    assertThat(estimates.get(0).high()).isCloseTo(0.975 * 999, within(1e-9));
  }

  @Test
  void everyUnitIsChosenEquallyOften() {
    // 1000 resamples of 10 units: each count is Bin(10000, 0.1), deviation 30. A miss by 200 is
    // 6.67
    // deviations, 3e-11 two-sided, 3e-10 for ten counts.
    int[] counts = new int[10];
    Bootstrap.estimates(
        10,
        1,
        chosen -> {
          for (int unit : chosen) {
            counts[unit]++;
          }
          return new double[] {0};
        },
        RANDOMNESS.at(Draw.SURVEY, 1));
    for (int count : counts) {
      assertThat(count - 1).isBetween(800, 1200); // one of them is the estimate from all units
    }
  }

  @Test
  void anUndefinedResampleLeavesTheIntervalUndefined() {
    int[] calls = {0};
    Estimate estimate =
        Bootstrap.estimates(
                3,
                1,
                chosen -> new double[] {calls[0]++ == 500 ? Double.NaN : 1},
                RANDOMNESS.at(Draw.SURVEY, 2))
            .get(0);
    assertThat(estimate).isEqualTo(new Estimate(1, Double.NaN, Double.NaN));
  }
}
