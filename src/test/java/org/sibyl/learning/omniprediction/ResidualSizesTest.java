package org.sibyl.learning.omniprediction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many people certificates take, by the formulas of the specification, section 10. */
class ResidualSizesTest {
  private static double people(StepPolicy step, boolean reused, double rules, double max) {
    return new ResidualSizes(step)
        .people(new RequiredPeople.Demand(0.0125, 0.05, 5, rules, 3, max, 1200, reused));
  }

  /** 2 B^2 ((T + 1) ln(2 (|H| + 1) |L|) + ln(2 / delta)) / s^2. */
  @Test
  void oneLog() {
    double logarithm = 1201 * Math.log(2 * 28 * 5) + Math.log(2 / 0.05);
    assertThat(people(StepPolicy.CERTIFIED, true, 27, 1))
        .isEqualTo(Math.ceil(2 * 9 * logarithm / (0.0125 * 0.0125)));
  }

  /** 2 B^2 ln(2 M (T + 1) / delta) / s^2 in each round, M = (|H| + 1) |L|. */
  @ParameterizedTest
  @EnumSource(StepPolicy.class)
  void freshLogs(StepPolicy step) {
    double logarithm = Math.log(2 * 28 * 5 * 1201 / 0.05);
    assertThat(people(step, false, 27, 1))
        .isEqualTo(Math.ceil(2 * 9 * logarithm / (0.0125 * 0.0125)));
  }

  @Test
  void whereNoneAreEnough() {
    assertThat(people(StepPolicy.LINE_SEARCH, true, 27, 1)).isInfinite();
    assertThat(people(StepPolicy.PROPORTIONAL, true, 27, 1)).isInfinite();
    assertThat(people(StepPolicy.CERTIFIED, true, Double.POSITIVE_INFINITY, 1)).isInfinite();
    assertThat(people(StepPolicy.CERTIFIED, true, Double.NaN, 1)).isInfinite();
    assertThat(people(StepPolicy.CERTIFIED, false, 27, 1e6)).isInfinite();
  }

  @Test
  void withoutLossesOneIsEnough() {
    assertThat(people(StepPolicy.CERTIFIED, true, 27, 0)).isEqualTo(1);
  }
}
