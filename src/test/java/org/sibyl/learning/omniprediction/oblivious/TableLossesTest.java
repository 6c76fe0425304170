package org.sibyl.learning.omniprediction.oblivious;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.sibyl.prediction.decision.DecisionLoss;

/** Slopes and deciders become losses in [0, 1] that slope and decide the same. */
class TableLossesTest {
  private static final double[] NOBODY = {};

  /** Numbers are multiples of 2 to the -10, so that even ties are computed without rounding. */
  @Property(tries = 500)
  void decidesAsTheNumbersGivenDo(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int decisions,
      @ForAll @IntRange(min = 1, max = 20) int levels,
      @ForAll @IntRange(min = -30, max = 30) int power) {
    Random random = new Random(seed);
    double[] intercepts = numbers(random, decisions, levels, power);
    double[] slopes = numbers(random, decisions, levels, power);
    DecisionLoss loss = TableLosses.ofDecider(intercepts, slopes);
    for (int a = 0; a < decisions; a++) {
      assertThat(loss.value(NOBODY, a, 0)).isBetween(0.0, 1.0);
      assertThat(loss.value(NOBODY, a, 1)).isBetween(0.0, 1.0);
    }
    for (int draw = 0; draw < 100; draw++) {
      double[] q = random.ints(decisions, 0, 9).mapToDouble(eighths -> eighths / 8.0).toArray();
      assertThat(loss.best(NOBODY, q)).isEqualTo(best(intercepts, slopes, q));
    }
  }

  private static double[] numbers(Random random, int count, int levels, int power) {
    return random
        .ints(count, -levels, levels + 1)
        .mapToDouble(level -> Math.scalb((double) level, power))
        .toArray();
  }

  private static int best(double[] intercepts, double[] slopes, double[] q) {
    int best = 0;
    for (int a = 1; a < q.length; a++) {
      if (intercepts[a] + slopes[a] * q[a] < intercepts[best] + slopes[best] * q[best]) {
        best = a;
      }
    }
    return best;
  }

  @Test
  void slopesAreTheOnesGiven() {
    double[] slopes = {1, -1, 0, 0.3, -0.7};
    DecisionLoss loss = TableLosses.ofSlopes(slopes);
    double[] real = new double[5];
    Arrays.setAll(real, a -> loss.slope(NOBODY, a));
    assertThat(real).isEqualTo(slopes);
    assertThat(loss.max()).isEqualTo(1);
    assertThat(loss.isInputOblivious()).isTrue();
  }

  @Test
  void refusesWhatIsNoSlopeAndNoNumber() {
    assertThatThrownBy(() -> TableLosses.ofSlopes(0, 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.5");
    assertThatThrownBy(() -> TableLosses.ofSlopes(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TableLosses.ofDecider(new double[] {Double.NaN}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TableLosses.ofDecider(new double[2], new double[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("slopes");
  }
}
