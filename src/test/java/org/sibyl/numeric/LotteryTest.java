package org.sibyl.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LotteryTest {
  private static final double[] WEIGHTS = {0, 2, 0, 3};

  @Test
  void placesAreAsWideAsTheirWeights() {
    assertThat(Lottery.place(0, WEIGHTS)).isEqualTo(1);
    assertThat(Lottery.place(1.999, WEIGHTS)).isEqualTo(1);
    assertThat(Lottery.place(2, WEIGHTS)).isEqualTo(3);
    assertThat(Lottery.place(4.999, WEIGHTS)).isEqualTo(3);
  }

  /** Rounding may leave the sum a little below the number. */
  @Test
  void nobodyIsLeftOut() {
    assertThat(Lottery.place(5, WEIGHTS)).isEqualTo(3);
    assertThat(Lottery.place(1, 1, 0)).isZero();
  }
}
