package org.sibyl.learning.omniprediction.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Values;

class SortedPointsTest {
  /** Complements stand for points after a cut. */
  private static final SortedPoints POINTS =
      SortedPoints.of(Matrix.of(5, 2, 3, 0, 1, 1, 2, 1, 1, 2, 4, 3), List.of(), Values.each());

  @Test
  void cutsLieBetweenValuesThatDiffer() {
    assertThat(POINTS.of(0)).containsExactly(1, 3, ~2, ~0, ~4);
    assertThat(POINTS.of(1)).containsExactly(0, ~1, 2, ~3, ~4);
    assertThat(POINTS.cuts()).isEqualTo(6);
    assertThat(POINTS.cut(0, 2)).isEqualTo(1.5);
  }

  /** A cut before someone who is left out is one before the next; none is before the first. */
  @Test
  void sidesKeepTheCutsBetweenTheirPoints() {
    SortedPoints from = POINTS.side(0, 2, false);
    assertThat(from.of(0)).containsExactly(2, ~0, ~4);
    assertThat(from.of(1)).containsExactly(0, ~2, ~4);
    assertThat(from.cut(1, 2)).isEqualTo(2);
    SortedPoints below = POINTS.side(0, 2, true);
    assertThat(below.of(0)).containsExactly(1, 3);
    assertThat(below.of(1)).containsExactly(1, ~3);
    assertThat(below.size()).isEqualTo(2);
  }
}
