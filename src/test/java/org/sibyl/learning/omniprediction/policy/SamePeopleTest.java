package org.sibyl.learning.omniprediction.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Cohort;

/** Whether people of several rounds are the same. */
class SamePeopleTest {
  private static Cohort cohort(int[] individuals, double... features) {
    int people = individuals.length;
    return new Cohort(
        1,
        individuals,
        Matrix.of(people, 2, features),
        Column.constant(people, 0),
        Column.constant(people, 1),
        Optional.empty(),
        Optional.empty());
  }

  private static final Cohort FIRST = cohort(new int[] {0, 1, 2}, 5, 1, 5, 2, 5, 3);

  @Test
  void whatStaysTellsThem() {
    assertThat(SamePeople.among(List.of(FIRST))).isFalse();
    assertThat(SamePeople.among(List.of(FIRST, FIRST))).isTrue();
    Cohort changed = cohort(new int[] {0, 1, 2}, 7, 1, 8, 2, 9, 3);
    assertThat(SamePeople.among(List.of(FIRST, changed))).isTrue();
    Cohort some = cohort(new int[] {1, 2, 4}, 7, 2, 8, 3, 9, 9);
    assertThat(SamePeople.among(List.of(FIRST, some))).isTrue();
    Cohort others = cohort(new int[] {0, 1, 2}, 5, 1, 5, 2, 5, 4);
    assertThat(SamePeople.among(List.of(others, changed, FIRST))).isTrue();
    assertThat(SamePeople.among(List.of(FIRST, changed, others))).isTrue();
  }

  /** What is the same for all tells nothing, nor do people who are not there. */
  @Test
  void othersAreOthers() {
    Cohort others = cohort(new int[] {0, 1, 2}, 5, 1, 5, 2, 5, 4);
    assertThat(SamePeople.among(List.of(FIRST, others))).isFalse();
    Cohort elsewhere = cohort(new int[] {3, 4, 5}, 5, 1, 5, 2, 5, 3);
    assertThat(SamePeople.among(List.of(FIRST, elsewhere))).isFalse();
  }
}
