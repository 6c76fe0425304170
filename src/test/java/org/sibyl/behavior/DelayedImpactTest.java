package org.sibyl.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sibyl.Given;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.population.Population;

/** Scores after a round, by hand. */
class DelayedImpactTest {
  private static final DelayedImpact PUBLISHED = new DelayedImpact(0, 75, 150, 300, 850, 0.5);

  private static Population people(int columns, double... entries) {
    return Population.of(Matrix.of(entries.length / columns, columns, entries));
  }

  private static double[] after(
      DelayedImpact impact, Population people, double[] told, double... labels) {
    Situation found = Given.situation(Network.of(people.size()), people, told);
    Response shown = new Response(Column.of(labels), people.features());
    return impact.next(found, shown, Column.of(labels), people).features().toArray();
  }

  @Test
  void whoRepaysGainsAndWhoDefaultsLoses() {
    assertThat(after(PUBLISHED, people(1, 600, 600), new double[] {0.9, 0.9}, 1, 0))
        .containsExactly(675, 450);
  }

  @Test
  void theCutOffItselfIsAcceptedAndBelowNothingMoves() {
    double below = Math.nextDown(0.5);
    assertThat(
            after(
                PUBLISHED,
                people(1, 600, 600, 600, 600, 600),
                new double[] {0.5, 0.5, below, below, Double.NaN},
                1,
                0,
                1,
                0,
                1))
        .containsExactly(675, 450, 600, 600, 600);
  }

  @Test
  void scoresStopAtBothEnds() {
    assertThat(
            after(PUBLISHED, people(1, 800, 850, 400, 300), new double[] {1, 1, 1, 1}, 1, 1, 0, 0))
        .containsExactly(850, 850, 300, 300);
  }

  @Test
  void onlyTheScoreMovesAndWhatWasShownIsForgotten() {
    DelayedImpact second = new DelayedImpact(1, 1, 2, 0, 10, 0.5);
    Population people = people(3, 7, 5, 1, 8, 5, 0);
    Situation found = Given.situation(Network.of(2), people, 1, 1);
    Matrix shown = Matrix.of(2, 3, 70, 50, 10, 80, 50, 9);
    Column labels = Column.of(1, 0);
    Population next = second.next(found, new Response(labels, shown), labels, people);
    assertThat(next.features().toArray()).containsExactly(7, 6, 1, 8, 3, 0);
    assertThat(next.baseFeatures()).isEqualTo(people.features());
  }

  @Test
  void whatCannotBe() {
    assertThatThrownBy(() -> new DelayedImpact(-1, 1, 1, 0, 1, 0)).hasMessageContaining("feature");
    assertThatThrownBy(() -> new DelayedImpact(0, -1, 1, 0, 1, 0)).hasMessageContaining("gain");
    assertThatThrownBy(() -> new DelayedImpact(0, 1, -1, 0, 1, 0)).hasMessageContaining("loss");
    assertThatThrownBy(() -> new DelayedImpact(0, 1, 1, 2, 1, 0)).hasMessageContaining("highest");
    assertThatThrownBy(() -> new DelayedImpact(0, 1, 1, 0, 1, Double.NaN))
        .hasMessageContaining("cut-off");
    DelayedImpact third = new DelayedImpact(2, 1, 1, 0, 1, 0);
    assertThatThrownBy(() -> after(third, people(2, 1, 1), new double[] {1}, 1))
        .hasMessage("feature: 2 is not one of the 2 features, which count from 0.");
  }
}
