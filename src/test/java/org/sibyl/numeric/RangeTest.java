package org.sibyl.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void bracketsDecideWhetherABoundIsInside() {
    assertThat(inside("[0, 1]", -1e-300, 0, .5, 1, StrictMath.nextUp(1.0)))
        .containsExactly(false, true, true, true, false);
    assertThat(inside("(0, 1)", 0, Double.MIN_VALUE, StrictMath.nextDown(1.0), 1))
        .containsExactly(false, true, true, false);
    assertThat(inside("[0, 1)", 0, 1)).containsExactly(true, false);
    assertThat(inside("(0, 1]", 0, 1)).containsExactly(false, true);
    assertThat(inside("[2, 2]", 2, 3)).containsExactly(true, false);
  }

  @Test
  void infinityIsInsideOnlyWhenItsBracketIsClosed() {
    assertThat(inside("(-inf, inf)", -INFINITY, 1e308, INFINITY))
        .containsExactly(false, true, false);
    assertThat(inside("[-inf, inf]", -INFINITY, INFINITY)).containsExactly(true, true);
    assertThat(inside("[0, inf]", INFINITY)).containsExactly(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[0, 1]", "(0, 1)", "(-inf, inf)", "[-inf, inf]", "[2, 2]"})
  void nanIsInNone(String text) {
    assertThat(Range.parse(text).contains(Double.NaN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[0, 1]",
        "(0, inf)",
        "[-inf, -2.5)",
        "[1, 10000000]",
        "(1.0E-9, 0.5]",
        "[0, 1.0E300]"
      })
  void writesWhatItReads(String text) {
    assertThat(Range.parse(text)).hasToString(text);
    assertThat(Range.parse(Range.parse(text).toString())).isEqualTo(Range.parse(text));
  }

  @Test
  void readsOtherSpellings() {
    assertThat(Range.parse(" [0,1] ")).isEqualTo(Range.PROBABILITY);
    assertThat(Range.parse("( .5 , 1e+3 )")).isEqualTo(new Range(.5, false, 1000, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0, 1",
        "[0; 1]",
        "[0, 1",
        "[0, 1, 2]",
        "[inf, inf]",
        "[NaN, 1]",
        "[0, -inf]",
        "[-, 1]",
        "[1.2.3, 4]",
        "[1e, 2]",
        "[--1, 2]",
        "[0x1, 2]"
      })
  void rejectsAnythingElse(String text) {
    assertThatThrownBy(() -> Range.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("range: '" + text + "' is not of the form [low, high]");
  }

  @Test
  void lowMustNotExceedHigh() {
    assertThatThrownBy(() -> Range.parse("[2, 1]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("range: low 2.0 must not exceed high 1.0");
    assertThatThrownBy(() -> new Range(Double.NaN, true, 1, true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Range(0, true, Double.NaN, true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean[] inside(String range, double... values) {
    boolean[] inside = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      inside[i] = Range.parse(range).contains(values[i]);
    }
    return inside;
  }
}
