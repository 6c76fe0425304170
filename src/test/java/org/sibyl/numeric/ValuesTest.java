package org.sibyl.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ValuesTest {
  @Test
  void oneNumberStandsForAll() {
    Values values = Values.all(.8);
    assertThat(values.isOne()).isTrue();
    assertThat(values.column("trust", 3)).isEqualTo(Column.of(.8, .8, .8));
    assertThat(values.column("trust", 0)).isEqualTo(Column.of());
    assertThat(values).hasToString("0.8");
  }

  @Test
  void aListHasOneNumberForEach() {
    Values values = Values.each(.1, .2);
    assertThat(values.isOne()).isFalse();
    assertThat(values.column("trust", 2)).isEqualTo(Column.of(.1, .2));
    assertThat(values).hasToString("[0.1, 0.2]");
    assertThatThrownBy(() -> values.column("trust", 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("trust: has 2 values, but the population has 3. Give one value for each.");
  }

  @Test
  void isImmutable() {
    double[] given = {.1, .2};
    Values values = Values.each(given);
    given[0] = 9;
    values.given()[1] = 9;
    values.column("trust", 2).toArray()[1] = 9;
    assertThat(values.given()).containsExactly(.1, .2);
  }

  @Test
  void everyNumberIsChecked() {
    assertThat(Values.each(0, 1).within("trust", Range.PROBABILITY)).isEqualTo(Values.each(0, 1));
    assertThatThrownBy(() -> Values.all(Double.NaN).within("trust", Range.PROBABILITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("trust: NaN must lie in [0, 1].");
    assertThatThrownBy(() -> Values.each(0, 1, 1.5).within("trust", Range.PROBABILITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("trust[2]: 1.5 must lie in [0, 1].");
  }

  @Test
  void aListOfOneIsNotOneForAll() {
    assertThat(Values.each(1)).isNotEqualTo(Values.all(1));
    assertThat(Values.all(1)).isEqualTo(Values.all(1)).hasSameHashCodeAs(Values.all(1));
    assertThat(Values.each(1, 2)).isNotEqualTo(Values.each(2, 1));
    assertThat(Values.all(1)).isNotEqualTo("1");
  }
}
