package org.sibyl.behavior.strategic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sibyl.behavior.strategic.Published.linear;
import static org.sibyl.behavior.strategic.Published.moves;
import static org.sibyl.behavior.strategic.Published.people;
import static org.sibyl.behavior.strategic.Published.row;
import static org.sibyl.behavior.strategic.Published.shown;
import static org.sibyl.behavior.strategic.Published.situation;

import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.sibyl.Given;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Matrix;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;

/** What trust, types, inertia, neighbors and turns make of a response. */
class ModulationsTest {
  private static final Offset<Double> EXACT = within(1e-12);

  /** Many people at 0 who would go to -1. */
  private static Population zeros(int size) {
    double[][] rows = new double[size][];
    Arrays.setAll(rows, i -> row(0));
    return people(rows);
  }

  private static Column moved(FeatureResponse response, int round, int size) {
    return Given.respond(response, situation(round, zeros(size), linear(1))).features().column(0);
  }

  @Test
  void peopleGoAsFarAsTheyTrust() {
    Population people =
        people(row(1, 2), row(1, 2), row(1, 2), row(1, 2))
            .with(
                Attribute.TRUST,
                Column.of(LogOdds.of(0), LogOdds.of(0.25), LogOdds.of(0.9), LogOdds.of(1)));
    Matrix shown = shown(new Trusting(moves(2)), people, linear(0.5, -1));
    double[] trust = {0, 0.25, 0.9, 1};
    for (int i = 0; i < 4; i++) {
      assertThat(row(shown, i)).containsExactly(row(1 - trust[i], 2 + 2 * trust[i]), EXACT);
    }
    assertThat(row(shown, 0)).containsExactly(1, 2);
    assertThat(row(shown, 3)).containsExactly(0, 4);
  }

  @Test
  void onlyOneLabelMoves() {
    Population people = people(row(0), row(0), row(0)).with(Attribute.LABEL, Column.of(1, 0, 1));
    assertThat(shown(new OnlyLabelled(1, moves(1)), people, linear(2)).toArray())
        .containsExactly(-2, 0, -2);
    assertThat(shown(new OnlyLabelled(0, moves(1)), people, linear(2)).toArray())
        .containsExactly(0, -2, 0);
  }

  /**
   * The logarithm of everybody's multiple is normal with mean -spread^2/2: 6 deviations of the mean
   * and the bound of Laurent and Massart on the variance, false alarm 6e-9. The mean of the
   * multiples is 1: its deviation is sqrt((exp(.25) - 1) / n) = .0017, and 7 of these are .012.
   */
  @Test
  void everybodysOwnSensitivity() {
    int size = 100_000;
    Column moves = moved(new Heterogeneous(0.5, moves(1)), 1, size);
    Column normal = Column.generate(size, i -> (StrictMath.log(-moves.get(i)) + 0.125) / 0.5);
    assertThat(normal.mean()).isCloseTo(0, within(6 / StrictMath.sqrt(size)));
    assertThat(Column.generate(size, i -> normal.get(i) * normal.get(i)).mean())
        .isCloseTo(1, within(2 * StrictMath.sqrt(20.0 / size) + 40.0 / size));
    assertThat(moves.mean()).isCloseTo(-1, within(0.012));
  }

  @Test
  void sensitivitiesAndTypesStayOverRounds() {
    for (FeatureResponse response :
        new FeatureResponse[] {
          new Heterogeneous(0.5, moves(1)), new MixtureOfTypes(0.5, moves(1), new Unmoved())
        }) {
      Column first = moved(response, 1, 200);
      assertThat(moved(response, 7, 200)).isEqualTo(first);
      assertThat(first).isNotEqualTo(Column.constant(200, first.get(0)));
      // and do not depend on who else is there
      assertThat(moved(response, 1, 3).get(2)).isEqualTo(first.get(2));
    }
    assertThat(moved(new Heterogeneous(0, moves(1)), 1, 5)).isEqualTo(Column.constant(5, -1));
  }

  /** Hoeffding: chance 4e-9. */
  @Test
  void twoTypesOfPeople() {
    int size = 40_000;
    Column moves = moved(new MixtureOfTypes(0.3, moves(1), moves(-10)), 1, size);
    int first = 0;
    for (int i = 0; i < size; i++) {
      assertThat(moves.get(i)).isIn(-1.0, 10.0);
      first += moves.get(i) == -1 ? 1 : 0;
    }
    assertThat(first / (double) size).isCloseTo(0.3, within(StrictMath.sqrt(20 / (2.0 * size))));
    assertThat(moved(new MixtureOfTypes(0, moves(1), moves(2)), 1, 9))
        .isEqualTo(Column.constant(9, -2));
    assertThat(moved(new MixtureOfTypes(1, moves(1), moves(2)), 1, 9))
        .isEqualTo(Column.constant(9, -1));
    assertThatThrownBy(
            () -> new MixtureOfTypes(0.5, moves(1), new MixtureOfTypes(0.5, moves(2), moves(3))))
        .hasMessageContaining("second: mixture-of-types cannot stand in another one");
  }

  /**
   * One inside the other, responses draw independently: who adapts is as often resampled as who
   * does not, and the first type is as sensitive as the second. Hoeffding: chance 4e-9 each; the
   * multiples' logarithms are within 6 deviations.
   */
  @Test
  void nestedResponsesDrawIndependently() {
    int size = 40_000;
    Column types = moved(new MixtureOfTypes(0.5, moves(1), moves(2)), 1, size);
    Column multiples = moved(new Heterogeneous(1, moves(1)), 1, size);
    double[] sums = new double[2];
    int[] counts = new int[2];
    Column adapts = moved(new PartialAdaptation(0.5, Adaptation.VINTAGES, moves(1)), 1, size);
    Column chooses = moved(new NoisyResponse(1e9, 1, moves(1)), 1, size);
    int both = 0;
    int adapting = 0;
    for (int i = 0; i < size; i++) {
      int type = types.get(i) == -1 ? 0 : 1;
      counts[type]++;
      sums[type] += StrictMath.log(-multiples.get(i)) + 0.5;
      adapting += adapts.get(i) == -1 ? 1 : 0;
      both += adapts.get(i) == -1 && chooses.get(i) == -1 ? 1 : 0;
    }
    for (int type = 0; type < 2; type++) {
      assertThat(sums[type] / counts[type]).isCloseTo(0, within(6 / StrictMath.sqrt(counts[type])));
    }
    assertThat(both / (double) adapting)
        .isCloseTo(0.5, within(StrictMath.sqrt(20 / (2.0 * adapting))));
  }

  @Test
  void partialAdaptationGoesAShareOfTheWayToTheTargetFromTheBase() {
    Population people = people(row(10, 1)).withFeatures(Matrix.of(1, 2, 4, 1));
    FeatureResponse part = new PartialAdaptation(0.25, Adaptation.INTERPOLATE, moves(1));
    // the target is 10 - 2 = 8, so from 4 to 5
    assertThat(shown(part, people, linear(2, 0)).toArray()).containsExactly(5, 1);
    assertThat(
            shown(new PartialAdaptation(1, Adaptation.INTERPOLATE, moves(1)), people, linear(2, 0))
                .toArray())
        .containsExactly(8, 1);
    assertThat(shown(new PartialAdaptation(0, Adaptation.VINTAGES, moves(1)), people, linear(2, 0)))
        .isEqualTo(people.features());
    assertThat(
            shown(new PartialAdaptation(1, Adaptation.VINTAGES, moves(1)), people, linear(2, 0))
                .toArray())
        .containsExactly(8, 1);
  }

  @Test
  void peopleAreDrawnAlongByTheirNeighbors() {
    Population people =
        people(row(0, 1), row(10, 1), row(20, 1)).withFeatures(Matrix.of(3, 2, 1, 1, 5, 1, 9, 1));
    Network network = Network.of(3, new int[] {0, 1}, new int[] {0, 2});
    Imitation imitation = new Imitation(0.5, Optional.empty(), moves(1));
    Matrix shown = Given.respond(imitation, situation(3, people, network, linear(2, 5))).features();
    // base - 2 + half the neighbors' mean; the bias is nobody's to imitate
    assertThat(shown.toArray()).containsExactly(0 - 2 + 3.5, 1, 10 - 2 + 0.5, 1, 20 - 2 + 0.5, 1);
    Matrix alone = shown(imitation, people, linear(2, 5));
    assertThat(alone.column(0)).isEqualTo(Column.of(-2, 8, 18));
  }

  @Test
  void groupsRespondInTurn() {
    double[][] base = new double[5][];
    Arrays.setAll(base, i -> row(0));
    Population people = people(base).withFeatures(Matrix.of(5, 1, 7, 7, 7, 7, 7));
    GroupsInTurn turns = new GroupsInTurn(3, moves(1));
    for (int round = 1; round <= 6; round++) {
      Matrix shown = Given.respond(turns, situation(round, people, linear(2))).features();
      for (int i = 0; i < 5; i++) {
        assertThat(shown.get(i, 0)).isEqualTo(i % 3 == round % 3 ? -2 : 7);
      }
    }
  }

  @Test
  void modulationsCanBeNested() {
    Population people =
        people(row(0), row(0))
            .with(Attribute.TRUST, Column.constant(2, LogOdds.of(0.5)))
            .with(Attribute.LABEL, Column.of(0, 1));
    FeatureResponse response =
        new Trusting(
            new OnlyLabelled(1, new PartialAdaptation(0.25, Adaptation.INTERPOLATE, moves(8))));
    assertThat(shown(response, people, linear(1)).toArray()).containsExactly(0, -1);
  }

  @Test
  void numbersOutOfRangeAreErrors() {
    double nothing = Double.NaN;
    FeatureResponse of = moves(1);
    assertThatThrownBy(() -> new Heterogeneous(nothing, of)).hasMessageContaining("spread");
    assertThatThrownBy(() -> new Heterogeneous(-1, of)).hasMessageContaining("spread");
    assertThatThrownBy(() -> new MixtureOfTypes(1.1, of, of)).hasMessageContaining("share");
    assertThatThrownBy(() -> new OnlyLabelled(nothing, of)).hasMessageContaining("label");
    assertThatThrownBy(() -> new PartialAdaptation(nothing, Adaptation.VINTAGES, of))
        .hasMessageContaining("share");
    assertThatThrownBy(() -> new Imitation(1, Optional.empty(), of)).hasMessageContaining("weight");
    assertThatThrownBy(() -> new OpinionDrift(nothing, 0.5)).hasMessageContaining("susceptibility");
    assertThatThrownBy(() -> new OpinionDrift(0.5, 2)).hasMessageContaining("stubbornness");
    assertThatThrownBy(() -> new GroupsInTurn(0, of)).hasMessageContaining("groups");
  }
}
