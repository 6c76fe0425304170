package org.sibyl.prediction.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Distributions mixed. */
class BlendTest {
  private static final ImportanceWeight YOUNG = new EqualTo(0, 1, 4);

  @Test
  void countsByShares() {
    Blend blend = new Blend(List.of(0.25, 0.75), List.of(new Everyone(), YOUNG));
    assertThat(blend.of(new double[] {1})).isCloseTo(3.25, within(1e-15));
    assertThat(blend.of(new double[] {0})).isCloseTo(0.25, within(1e-15));
    assertThat(blend.max()).isCloseTo(3.25, within(1e-15));
  }

  @Test
  void refusesSharesThatAreNone() {
    assertThatThrownBy(() -> new Blend(List.of(0.5, 0.6), List.of(YOUNG, YOUNG)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.1");
    assertThatThrownBy(() -> new Blend(List.of(1.5, -0.5), List.of(YOUNG, YOUNG)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Blend(List.of(1.0), List.of(YOUNG, YOUNG)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weights");
    assertThatThrownBy(() -> new Blend(List.of(1.0), List.of(YOUNG)).check(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
