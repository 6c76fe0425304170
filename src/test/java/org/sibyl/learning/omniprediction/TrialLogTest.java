package org.sibyl.learning.omniprediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Cohort;

/** The log of a trial, from cohorts. */
class TrialLogTest {
  private static Cohort cohort(int round, double first, Optional<Column> propensities) {
    return new Cohort(
        round,
        new int[] {0, 4},
        Matrix.of(2, 2, first, 1, first + 1, 2),
        Column.of(0, 1),
        Column.of(1, first == 7 ? 1 : 0),
        propensities,
        Optional.empty());
  }

  @Test
  void cohortsAreReadOneAfterTheOther() {
    TrialLog log =
        TrialLog.of(
            2,
            List.of(
                cohort(1, 3, Optional.of(Column.of(.5, .25))),
                cohort(2, 7, Optional.of(Column.of(.75, .5)))));
    assertThat(log)
        .isEqualTo(
            new TrialLog(
                2,
                Matrix.of(4, 2, 3, 1, 4, 2, 7, 1, 8, 2),
                Column.of(0, 1, 0, 1),
                Column.of(1, 0, 1, 1),
                Column.of(.5, .25, .75, .5)));
    assertThat(log.leastPropensity()).isEqualTo(.25);
    assertThat(TrialLog.of(2, List.of()).size()).isZero();
  }

  @Test
  void aRoundWithoutATrialIsRefused() {
    assertThatThrownBy(() -> TrialLog.of(2, List.of(cohort(3, 1, Optional.empty()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("round 3 was not randomised");
  }

  @Test
  void anUnseenLabelIsRefused() {
    Cohort hidden =
        cohort(1, 3, Optional.of(Column.of(.5, .5)))
            .with(Matrix.of(2, 1, 0, 0), Column.of(0, Double.NaN));
    assertThatThrownBy(() -> TrialLog.of(2, List.of(hidden)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("outcomes[1]: NaN must be 0 or 1");
  }

  @Test
  void anUnknownDecisionIsRefused() {
    for (double decision : new double[] {2, -1, 0.5, Double.NaN}) {
      assertThatThrownBy(
              () ->
                  new TrialLog(
                      2, Matrix.of(1, 1, 0), Column.of(decision), Column.of(0), Column.of(.5)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("decided[0]: " + decision);
    }
  }
}
