package org.sibyl.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CheckTest {
  @Test
  void returnsWhatPasses() {
    assertThat(Check.probability("p", 0)).isZero();
    assertThat(Check.probability("p", 1)).isEqualTo(1);
    assertThat(Check.within("x", 3, Range.parse("(2, 4)"))).isEqualTo(3);
    assertThat(Check.atLeast("n", 2, 2)).isEqualTo(2);
    assertThat(Check.finite("x", -Double.MAX_VALUE)).isEqualTo(-Double.MAX_VALUE);
    Check.sameSize("list", 3, "the population", 3);
  }

  @Test
  void nanFailsEverywhere() {
    rejects(() -> Check.probability("p", Double.NaN), "p: NaN must lie in [0, 1].");
    rejects(() -> Check.finite("x", Double.NaN), "x: NaN must be a finite number.");
    for (String range : new String[] {"[0, inf]", "(-inf, inf)", "[-inf, inf]"}) {
      rejects(
          () -> Check.within("x", Double.NaN, Range.parse(range)),
          "x: NaN must lie in " + range + ".");
    }
  }

  @Test
  void messagesSayNameValueAndRule() {
    rejects(() -> Check.probability("riskOfLoss", 1.5), "riskOfLoss: 1.5 must lie in [0, 1].");
    rejects(() -> Check.probability("riskOfLoss", -1), "riskOfLoss: -1 must lie in [0, 1].");
    rejects(
        () -> Check.within("rate", 0, Range.parse("(0, inf)")), "rate: 0 must lie in (0, inf).");
    rejects(() -> Check.within("x", 1e20, Range.PROBABILITY), "x: 1.0E20 must lie in [0, 1].");
    rejects(() -> Check.atLeast("rounds", 0, 1), "rounds: 0 must be at least 1.");
    rejects(
        () -> Check.finite("x", Double.NEGATIVE_INFINITY), "x: -Infinity must be a finite number.");
    rejects(
        () -> Check.sameSize("trust", 3, "the population", 20),
        "trust: has 3 values, but the population has 20. Give one value for each.");
    assertThat(Check.invalid("share", "'x'", "is no number"))
        .hasMessage("share: 'x' is no number.");
  }

  private static void rejects(ThrowingCallable check, String message) {
    assertThatThrownBy(check).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
