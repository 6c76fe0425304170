package org.sibyl.learning.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The optimum on the path of three, for belief .8, cost ratio .6 and margin .01 of the paper. */
class ChainValueTest {
  private static final ChainRegime PAPER = new ChainRegime(0.8, 0.6, 0.01);

  /** Once everyone has cooperated in round 1: theta was .11, so the odds are .11 / .64. */
  private static final double FIRST_INFEASIBLE = StrictMath.log(0.11 / 0.64);

  private static ChainValue of(double discount) {
    return new ChainValue(PAPER, discount);
  }

  // ---- values

  @ParameterizedTest
  @CsvSource({"0.4, 3.767", "0.5, 4.394", "0.6, 5.410", "0.7, 7.175", "0.75, 8.621", "0.8, 10.981"})
  void valueAtEvenTrust(double discount, double expected) {
    // the specification's numbers come from a grid of their own; near jumps grids differ a little
    assertThat(of(discount).valueAt(0)).isCloseTo(expected, within(0.0025));
  }

  @Test
  void withoutAFutureTheRewardNowIsAll() {
    ChainValue value = of(0);
    assertThat(value.valueAt(0)).isEqualTo(3);
    assertThat(value.bestMove(0)).isEqualTo(ChainMove.EVERYONE);
    assertThat(value.valueAt(FIRST_INFEASIBLE)).isEqualTo(1);
    assertThat(value.bestMove(FIRST_INFEASIBLE)).isEqualTo(ChainMove.LEAVES);
  }

  /** Every sequence of moves to some depth, in odds: shares no line with what it judges. */
  @ParameterizedTest
  @CsvSource({"0.2, 9", "0.35, 10", "0.5, 11"})
  void exhaustiveSearchFindsTheSameValues(double discount, int depth) {
    ChainValue value = of(discount);
    double beyond = 3 * StrictMath.pow(discount, depth) / (1 - discount);
    for (int k = -40; k < 40; k++) {
      double logOdds = 0.1037 * k;
      // values jump, and the grid smears a jump over its step: so compare with a step either side
      double[] near =
          DoubleStream.of(-0.01, 0, 0.01)
              .map(step -> search(StrictMath.exp(logOdds + step), discount, depth))
              .toArray();
      assertThat(value.valueAt(logOdds))
          .as("log-odds %s", logOdds)
          .isBetween(
              DoubleStream.of(near).min().getAsDouble() - 0.005,
              DoubleStream.of(near).max().getAsDouble() + beyond + 0.005);
    }
  }

  private static double search(double odds, double discount, int depth) {
    if (depth == 0) {
      return 0;
    }
    double nobody = discount * search(odds / 0.04, discount, depth - 1);
    double leaves = 1 + discount * search(odds / 0.64, discount, depth - 1);
    double best = StrictMath.max(nobody, leaves);
    double trust = odds / (1 + odds);
    double told = 1 - (0.6 - (1 - trust) * 0.32) / trust - 0.01;
    return told > 0
        ? StrictMath.max(best, 3 + discount * search(odds * told / 0.64, discount, depth - 1))
        : best;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 0.9, 0.99})
  void noMoveIsWorthMoreThanTheBestAndTheValueIsItsWorth(double discount) {
    ChainValue value = of(discount);
    for (double logOdds = -24.995; logOdds < 40; logOdds += 0.37) {
      double best = value.valueAt(logOdds);
      assertThat(best).isEqualTo(value.worth(value.bestMove(logOdds), logOdds));
      assertThat(best).isGreaterThanOrEqualTo(value.worth(ChainMove.NOBODY, logOdds));
      assertThat(best).isGreaterThanOrEqualTo(value.worth(ChainMove.LEAVES, logOdds));
      assertThat(best).isBetween(1 / (1 - discount) - 0.01, 3 / (1 - discount));
    }
  }

  @Test
  void everyoneIsWorthNothingWhereItIsNotFeasible() {
    assertThatThrownBy(() -> of(0.5).worth(ChainMove.EVERYONE, FIRST_INFEASIBLE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must exceed 0.417910");
  }

  // ---- discounts from which moves change

  @Test
  void earningTrustFastPaysInTheFirstInfeasibleState() {
    assertThreshold(0.3498, value -> value.bestMove(FIRST_INFEASIBLE) == ChainMove.NOBODY);
  }

  @Test
  void earningTrustFastPaysInEveryInfeasibleState() {
    assertThreshold(0.776, value -> always(ChainMove.NOBODY, value, false));
  }

  @Test
  void earningTrustComesBeforeSpendingItInSomeFeasibleState() {
    assertThreshold(0.614, value -> !always(ChainMove.EVERYONE, value, true));
  }

  @Test
  void earningTrustComesBeforeSpendingItAtTheStart() {
    assertThreshold(0.788, value -> value.bestMove(0) == ChainMove.NOBODY);
  }

  /**
   * MEDIUM is optimal in every state only if both: that takes a discount above .776, below .614.
   */
  @Test
  void forNoDiscountIsTheMediumPolicyOptimalInEveryState() {
    for (int k = 0; k < 100; k++) {
      ChainValue value = of(k / 100.0);
      assertThat(always(ChainMove.NOBODY, value, false) && always(ChainMove.EVERYONE, value, true))
          .as("discount %s", k / 100.0)
          .isFalse();
    }
  }

  private interface Claim {
    boolean holds(ChainValue value);
  }

  private static void assertThreshold(double expected, Claim claim) {
    DoublePredicate holds = discount -> claim.holds(of(discount));
    assertThat(holds.test(expected - 0.1)).isFalse();
    double below = expected - 0.1;
    double above = expected + 0.1;
    assertThat(holds.test(above)).isTrue();
    while (above - below > 1e-4) {
      double middle = (below + above) / 2;
      if (holds.test(middle)) {
        above = middle;
      } else {
        below = middle;
      }
    }
    assertThat(above).isCloseTo(expected, within(0.005));
  }

  /** Whether the move is best wherever EVERYONE is feasible, or wherever it is not. */
  private static boolean always(ChainMove move, ChainValue value, boolean feasible) {
    return IntStream.range(-800, 2000)
        .mapToDouble(k -> k / 100.0)
        .filter(logOdds -> PAPER.canMoveEveryone(logOdds) == feasible)
        .allMatch(logOdds -> value.bestMove(logOdds) == move);
  }

  // ---- discounts near 1

  @Test
  void aPatientPredictorTendsToTheAverageReward() {
    // between MEDIUM's long-run average, which it can have, and 3, which nobody can
    assertThat(of(0.999).valueAt(0) * (1 - 0.999)).isBetween(2.5, 2.7);
  }

  @Test
  void discountsTooNearToOneAreRefused() {
    assertThatThrownBy(() -> of(0.99999))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "discount: 0.99999 is too near to 1: value iteration does not settle in 50000 sweeps.");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
  void discountsLieInZeroToOne(double discount) {
    assertThatThrownBy(() -> of(discount))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("discount: ")
        .hasMessageEndingWith(" must lie in [0, 1).");
  }

  @Test
  void valuesAreEqualWhenGameAndDiscountAre() {
    assertThat(of(0.5)).isEqualTo(of(0.5)).hasSameHashCodeAs(of(0.5));
    assertThat(of(0.5)).isNotEqualTo(of(0.6));
    assertThat(of(0.5)).isNotEqualTo(new ChainValue(new ChainRegime(0.8, 0.6, 0.02), 0.5));
  }
}
