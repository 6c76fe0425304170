package org.sibyl.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/** The names of features go wherever the features go. */
class PopulationTest {
  private static final Matrix FEATURES = Matrix.of(2, 2, 1, 2, 3, 4);
  private static final Sample SAMPLE =
      new Sample(List.of("age", "income"), FEATURES, Column.of(0, 1));

  @Test
  void namesStayWhateverChanges() {
    Population people = Population.of(SAMPLE);
    assertThat(people.featureNames()).containsExactly("age", "income");
    assertThat(people.with(Attribute.TRUST, Column.of(0, 0)).featureNames())
        .isEqualTo(people.featureNames());
    assertThat(people.withFeatures(Matrix.of(2, 2, 5, 6, 7, 8)).featureNames())
        .isEqualTo(people.featureNames());
    assertThat(Population.of(FEATURES).replacedBy(SAMPLE).featureNames())
        .isEqualTo(people.featureNames());
  }

  @Test
  void withoutNamesTheyAreNumbered() {
    assertThat(Population.of(FEATURES).featureNames()).containsExactly("x1", "x2");
    assertThat(Population.of(Matrix.of(2, 0)).featureNames()).isEmpty();
  }

  @Test
  void namesBelongToTheValueButNotToTheDigestOfNumbers() {
    Population named = Population.of(List.of("age", "income"), FEATURES);
    assertThat(named).isNotEqualTo(Population.of(FEATURES));
    assertThat(named.fingerprint()).isEqualTo(Population.of(FEATURES).fingerprint());
    assertThat(named).isEqualTo(Population.of(List.of("age", "income"), FEATURES));
  }

  @Test
  void everyFeatureHasAName() {
    assertThatThrownBy(() -> Population.of(List.of("age"), FEATURES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("names: has 1 values, but the features has 2");
  }
}
