package org.sibyl.population.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sibyl.ScoreLaw;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Values;
import org.sibyl.population.Sample;

/** People of several groups, whose scores have few levels. */
class ScoredGroupsTest {
  private static final int MANY = 100_000;
  private static final Values LEVELS = Values.each(10, 20, 40);
  private static final Values FIRST = Values.each(1, 3, 0);
  private static final Values SECOND = Values.each(0, 2, 2);

  private static Sample drawn(ScoredGroups source, int size) {
    return source.draw(size, Randomness.of(20261101).at(Draw.FEATURES, 0));
  }

  private static ScoredGroups source(Values sizes, boolean groups, boolean bias) {
    return new ScoredGroups(LEVELS, List.of(FIRST, SECOND), sizes, groups, bias);
  }

  /** Hoeffding's bound; false alarm 1e-9 for the groups and for each of four shares. */
  @Test
  void groupsAndScoresHaveTheirShares() {
    Matrix people = drawn(source(Values.each(1, 3), true, true), MANY).features();
    assertThat(people.columns()).isEqualTo(4);
    double[][] counts = new double[2][3];
    for (int i = 0; i < MANY; i++) {
      int group = people.get(i, 1) == 1 ? 0 : 1;
      assertThat(people.get(i, 1) + people.get(i, 2)).isEqualTo(1);
      assertThat(people.get(i, 3)).isEqualTo(1);
      counts[group][people.get(i, 0) == 10 ? 0 : people.get(i, 0) == 20 ? 1 : 2]++;
    }
    double first = counts[0][0] + counts[0][1] + counts[0][2];
    assertThat(first / MANY).isCloseTo(0.25, within(ScoreLaw.strays(1, MANY)));
    assertThat(counts[0][2] + counts[1][0]).isZero(); // levels that nobody has
    assertThat(counts[0][0] / first).isCloseTo(0.25, within(ScoreLaw.strays(1, first)));
    assertThat(counts[1][2] / (MANY - first))
        .isCloseTo(0.5, within(ScoreLaw.strays(1, MANY - first)));
  }

  @Test
  void columnsAreThoseAskedFor() {
    assertThat(drawn(source(Values.all(1), false, false), 5).names()).containsExactly("x1");
    assertThat(drawn(source(Values.all(1), true, false), 5).names())
        .containsExactly("x1", "x2", "x3");
    assertThat(drawn(source(Values.all(1), false, true), 5).names()).containsExactly("x1", "bias");
    assertThat(drawn(source(Values.all(1), false, true), 5).labels())
        .isEqualTo(Column.constant(5, 1));
  }

  @Test
  void anotherWeightDrawsNobodyElse() {
    Values most = Values.each(0, 2, 200);
    ScoredGroups other = new ScoredGroups(LEVELS, List.of(FIRST, most), Values.all(1), true, false);
    Matrix before = drawn(source(Values.all(1), true, false), 500).features();
    Matrix after = drawn(other, 500).features();
    for (int i = 0; i < 500; i++) {
      assertThat(after.get(i, 1)).isEqualTo(before.get(i, 1));
      if (after.get(i, 1) == 1) {
        assertThat(after.get(i, 0)).isEqualTo(before.get(i, 0));
      }
    }
    assertThat(after).isNotEqualTo(before);
  }

  @Test
  void whatCannotBe() {
    assertThatThrownBy(() -> new ScoredGroups(LEVELS, List.of(), Values.all(1), true, false))
        .hasMessageContaining("weights");
    assertThatThrownBy(() -> source(Values.each(1, 1, 1), true, false))
        .hasMessageContaining("sizes: has 3 values, but weights has 2");
    assertThatThrownBy(() -> source(Values.all(0), true, false))
        .hasMessage("sizes: 0 must lie in (0, inf).");
    List<Values> short2 = List.of(FIRST, Values.each(1, 1));
    assertThatThrownBy(() -> new ScoredGroups(LEVELS, short2, Values.all(1), true, false))
        .hasMessageContaining("weights[1]: has 2 values, but levels has 3");
    List<Values> nobody = List.of(FIRST, Values.all(0));
    assertThatThrownBy(() -> new ScoredGroups(LEVELS, nobody, Values.all(1), true, false))
        .hasMessage("weights[1]: 0.0 must have a sum above 0.");
    List<Values> negative = List.of(Values.each(1, -1, 2));
    assertThatThrownBy(() -> new ScoredGroups(LEVELS, negative, Values.all(1), true, false))
        .hasMessageContaining("weights[0][1]");
  }
}
