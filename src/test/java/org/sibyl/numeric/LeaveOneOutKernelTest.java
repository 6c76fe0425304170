package org.sibyl.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** One kernel for many laws, against the laws themselves. */
class LeaveOneOutKernelTest {
  private final LeaveOneOutKernel kernel = new LeaveOneOutKernel();

  private void fill(double... p) {
    System.arraycopy(p, 0, kernel.room(p.length), 0, p.length);
  }

  private static double[] without(double[] p, int trial) {
    double[] others = new double[p.length - 1];
    System.arraycopy(p, 0, others, 0, trial);
    System.arraycopy(p, trial + 1, others, trial, others.length - trial);
    return others;
  }

  private void assertLaw(double... p) {
    PoissonBinomial law = PoissonBinomial.of(p);
    fill(p);
    for (int k = 0; k <= p.length; k++) {
      kernel.follow(k, p.length);
      assertThat(kernel.probability()).isCloseTo(law.probability(k), within(1e-13));
      assertThat(kernel.above()).isCloseTo(law.atLeast(k + 1), within(1e-13));
      for (int j = 0; j < p.length; j++) {
        PoissonBinomial others = PoissonBinomial.of(without(p, j));
        assertThat(kernel.without(j)).isCloseTo(others.probability(k), within(1e-13));
        assertThat(kernel.slope(j))
            .isCloseTo(others.probability(k - 1) - others.probability(k), within(1e-13));
      }
    }
  }

  /** Long after short and short after long: nothing of an earlier law is left. */
  @Test
  void everyNumberOfSuccessesOfLawsOfAllLengths() {
    Random random = new Random(20260901);
    for (int trials : new int[] {0, 1, 40, 2, 3, 17, 1, 60, 5}) {
      assertLaw(random.doubles(trials).toArray());
    }
  }

  @Test
  void certainTrialsAreNotSpecial() {
    assertLaw(1, 0, 0.3, 1, 0, 0.5, 1);
    assertLaw(1, 1);
    assertLaw(0, 0, 0);
  }

  @Test
  void tellsTheFixture() {
    fill(0.3, 0.6, 0.5, 0.9);
    kernel.follow(2, 4);
    assertThat(kernel.probability()).isCloseTo(0.405, within(1e-15));
    assertThat(kernel.above()).isCloseTo(0.414, within(1e-15));
  }

  @Test
  void impossibleNumbersAreRefused() {
    assertThatThrownBy(() -> kernel.follow(-1, 3)).hasMessageContaining("must lie in 0..3");
    assertThatThrownBy(() -> kernel.follow(4, 3)).hasMessageContaining("successes: 4");
  }
}
