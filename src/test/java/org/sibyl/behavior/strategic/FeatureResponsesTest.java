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
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.Given;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.population.Population;
import org.sibyl.prediction.Silence;

/** Where people go, one by one. */
class FeatureResponsesTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final Optional<List<Integer>> ALL = Optional.empty();

  // ---- who can move

  /** performativeGYM, credit: shifts the bias column too. Ours must not. */
  @ParameterizedTest
  @ValueSource(doubles = {10, -0.5})
  void nobodyMovesTheBias(double sensitivity) {
    Population people = people(row(0.5, 2, 1), row(-1, 1, 1));
    for (FeatureResponse response :
        List.of(
            new GradientShift(sensitivity, ALL),
            new StrategicFeatures(sensitivity, ALL),
            new CostLimited(sensitivity, 100, ALL))) {
      Matrix shown = shown(response, people, linear(0.3, -0.2, 0.7));
      assertThat(shown.column(2)).isEqualTo(Column.constant(2, 1));
      assertThat(row(shown, 0)[0]).isCloseTo(0.5 - 0.3 * sensitivity, EXACT);
      assertThat(row(shown, 0)[1]).isCloseTo(2 + 0.2 * sensitivity, EXACT);
      assertThat(row(shown, 1)[0]).isCloseTo(-1 - 0.3 * sensitivity, EXACT);
    }
  }

  @Test
  void aLastFeatureThatIsNotOneForEveryoneIsAFeature() {
    Matrix shown = shown(moves(2), people(row(5, 1), row(5, 1.5)), linear(0, 0.25));
    assertThat(shown.toArray()).containsExactly(5, 0.5, 5, 1);
    // a first feature of ones is no bias either
    assertThat(shown(moves(2), people(row(1, 3)), linear(1, 0)).toArray()).containsExactly(-1, 3);
  }

  @Test
  void statedFeaturesMoveAndNoOthers() {
    Optional<List<Integer>> some = Optional.of(List.of(2, 0));
    Matrix shown = shown(new StrategicFeatures(1, some), people(row(0, 0, 1)), linear(1, 10, 100));
    assertThat(shown.toArray()).containsExactly(-1, 0, -99); // the bias too, when it is stated
  }

  @Test
  void featuresThatDoNotExistAreAnError() {
    FeatureResponse response = new StrategicFeatures(1, Optional.of(List.of(0, 3)));
    assertThatThrownBy(() -> shown(response, people(row(0, 0, 1)), linear(1, 1, 1)))
        .hasMessage("features: 3 is not one of the 3 features, which count from 0.");
    assertThatThrownBy(() -> new GradientShift(1, Optional.of(List.of(-1))))
        .hasMessage("features[0]: -1 must be at least 0.");
    assertThatThrownBy(() -> new CostLimited(1, 1, Optional.of(List.of(0, 1, 0))))
        .hasMessage("features[2]: 0 is stated twice.");
  }

  @Test
  void thereMustBeAModelWithParameters() {
    assertThatThrownBy(() -> shown(moves(1), people(row(1, 2)), new Silence()))
        .hasMessageContaining("Silence has none. Choose a learner with a task");
  }

  // ---- gradient

  @Test
  void theGradientIsTakenWhereEveryoneStands() {
    Published.Curved model = new Published.Curved(Column.of(0.5, 2, 9));
    Matrix shown = shown(new GradientShift(0.1, ALL), people(row(1, 4), row(-3, 2)), model);
    // gradient (x0 + 2 x1, 2 x0)
    assertThat(row(shown, 0)).containsExactly(row(1 - 0.9, 4 - 0.2), EXACT);
    assertThat(row(shown, 1)).containsExactly(row(-3 - 0.1, 2 + 0.6), EXACT);
  }

  // ---- limited by cost

  @Test
  void whoCannotGetFurtherStopsOnTheBall() {
    Population people = people(row(1, 1, 7), row(0, 0, 8));
    double[] theta = {3, -4, 0}; // a move of 5 per unit of sensitivity
    Matrix far = shown(new CostLimited(1, 2, ALL), people, linear(theta));
    assertThat(row(far, 0)).containsExactly(row(1 - 1.2, 1 + 1.6, 7), EXACT);
    Matrix almost = shown(new CostLimited(1, 4, ALL), people, linear(theta));
    assertThat(row(almost, 0)).containsExactly(row(1 - 2.4, 1 + 3.2, 7), EXACT);
    Matrix near = shown(new CostLimited(0.1, 2, ALL), people, linear(theta));
    assertThat(near).isEqualTo(shown(moves(0.1), people, linear(theta)));
    assertThat(shown(new CostLimited(1, 0, ALL), people, linear(theta)))
        .isEqualTo(people.features());
  }

  @Test
  void theBallIsAroundTheBaseWhereverPeopleStand() {
    Population people = people(row(0, 0)).withFeatures(Matrix.of(1, 2, 1.5, 0));
    Matrix shown = shown(new CostLimited(1, 2, ALL), people, linear(-1.5, -4));
    // from (1.5, 0) to (3, 4), at distance 5 from the base, and back to distance 2
    assertThat(row(shown, 0)).containsExactly(row(1.2, 1.6), EXACT);
    // it is their best response: no point of the ball has a greater utility
    double best = utility(1.2, 1.6);
    for (int k = 0; k < 360; k++) {
      double angle = StrictMath.toRadians(k);
      for (double radius : new double[] {0.5, 1, 2}) {
        assertThat(utility(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)))
            .isLessThanOrEqualTo(best + 1e-12);
      }
    }
  }

  /** -theta.x' - |x' - x|^2 / 2 at theta = (-1.5, -4) and x = (1.5, 0). */
  private static double utility(double x, double y) {
    return 1.5 * x + 4 * y - ((x - 1.5) * (x - 1.5) + y * y) / 2;
  }

  // ---- threshold seekers

  @Test
  void theRejectedJustCrossWhenTheBoundaryIsNear() {
    // theta_S = (3, 4), |theta_S| = 5; with sensitivity .2 the reach is 1, a score of 5
    Population people =
        people(
            row(1, 0.5, 0, 1), // score 5: just near enough
            row(1, 0.5, 1e-9, 1), // a little too far, by an immovable feature
            row(0.1, 0, 0, 1), // score .3
            row(-1, 0.7, 0, 1), // score -.2: accepted
            row(0, 0, 0, 1)); // score 0: accepted
    Optional<List<Integer>> two = Optional.of(List.of(0, 1));
    var model = linear(3, 4, 1, 0);
    Matrix shown = shown(new ThresholdSeekers(0.2, two), people, model);
    Column scores = shown.times(model.theta());
    for (int mover : new int[] {0, 2}) {
      assertThat(scores.get(mover)).isBetween(-2e-9, -1e-10);
      double[] from = row(people.features(), mover);
      double[] to = row(shown, mover);
      double[] way = {to[0] - from[0], to[1] - from[1]};
      double length = StrictMath.hypot(way[0], way[1]);
      double score = 3 * from[0] + 4 * from[1];
      assertThat(length).isCloseTo(score / 5, within(1e-9)); // the minimal distance
      assertThat(way[0] * 4 - way[1] * 3).isCloseTo(0, EXACT); // along theta_S
      assertThat(to[2]).isEqualTo(from[2]);
    }
    for (int stays : new int[] {1, 3, 4}) {
      assertThat(row(shown, stays)).containsExactly(row(people.features(), stays));
    }
  }

  @Test
  void withoutADirectionNobodySeeks() {
    Population people = people(row(2, 5), row(1, 4));
    Optional<List<Integer>> first = Optional.of(List.of(0));
    assertThat(shown(new ThresholdSeekers(100, first), people, linear(0, 1)))
        .isEqualTo(people.features());
  }

  // ---- resampling

  private static Population labelled(int size) {
    double[][] rows = new double[size][];
    Arrays.setAll(rows, i -> row(i, 1000 + i, i % 2 == 0 ? 1 : -1));
    return people(rows);
  }

  /**
   * Who has a score of 1 is rejected with probability shift + f(1), who has -1 with shift + f(-1).
   * Hoeffding: a frequency of n tries strays by sqrt(20 / 2n) with chance 4e-9.
   */
  @Test
  void theRejectedShowTheFeaturesOfSomeoneElse() {
    int size = 40_000;
    double shift = 0.1;
    Population people = labelled(size);
    RejectionResampling response = new RejectionResampling(shift, 2, Optional.of(List.of(0, 1)));
    Matrix shown = shown(response, people, linear(0, 0, 1));
    int[] moved = new int[2];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      assertThat(shown.get(i, 2)).isEqualTo(people.features().get(i, 2));
      assertThat(shown.get(i, 1) - shown.get(i, 0)).isEqualTo(1000); // both of the same other
      if (shown.get(i, 0) != i) {
        moved[i % 2]++;
        sum += shown.get(i, 0) / size;
      }
    }
    double strays = StrictMath.sqrt(20.0 / size);
    for (int kind = 0; kind < 2; kind++) {
      double score = kind == 0 ? 1 : -1;
      double expected = shift + 1 / (StrictMath.exp(-2 * score) + 1 / (1 - shift));
      assertThat(moved[kind] / (size / 2.0)).isCloseTo(expected, within(strays));
    }
    // others are drawn evenly: their mean is 1/2
    int all = moved[0] + moved[1];
    assertThat(sum / all).isCloseTo(0.5, within(StrictMath.sqrt(20 / (2.0 * all))));
  }

  @Test
  void theScaledSigmoidLeavesRoomForTheShift() {
    RejectionResampling response = new RejectionResampling(0.3, 1, ALL);
    assertThat(response.rejection(-1e6)).isCloseTo(0.3, EXACT);
    assertThat(response.rejection(1e6)).isCloseTo(1, EXACT);
    assertThat(new RejectionResampling(0, 1, ALL).rejection(0.4))
        .isCloseTo(1 / (1 + StrictMath.exp(-0.4)), EXACT);
  }

  @Test
  void oneAloneHasNobodyToImitate() {
    Population alone = people(row(3, 4));
    assertThat(shown(new RejectionResampling(0.9, 1, ALL), alone, linear(100, 100)))
        .isEqualTo(alone.features());
  }

  @Test
  void resamplingIsDrawnAnewInEachRound() {
    Population people = labelled(400);
    RejectionResampling response = new RejectionResampling(0.5, 1, ALL);
    Matrix one = Given.respond(response, situation(1, people, linear(0, 0, 1))).features();
    Matrix two = Given.respond(response, situation(2, people, linear(0, 0, 1))).features();
    assertThat(two).isNotEqualTo(one);
  }

  // ---- noisy choice

  /**
   * A best response to theta = (3, 4) at sensitivity .2 gains 5 and costs 2.5. Hoeffding: chance
   * 4e-9 each.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 2.5, 5, 1e9})
  void peopleChooseByLogit(double temperature) {
    int size = 20_000;
    double[][] rows = new double[size][];
    Arrays.setAll(rows, i -> row(i, 7));
    Population people = people(rows);
    FeatureResponse response = new NoisyResponse(temperature, 0.2, moves(0.2));
    Matrix shown = shown(response, people, linear(3, 4));
    Matrix target = shown(moves(0.2), people, linear(3, 4));
    int moved = 0;
    for (int i = 0; i < size; i++) {
      boolean moves = shown.get(i, 0) != i;
      moved += moves ? 1 : 0;
      assertThat(row(shown, i)).containsExactly(moves ? row(target, i) : rows[i]);
    }
    double probability = 1 / (1 + StrictMath.exp(-2.5 / temperature));
    assertThat(moved / (double) size)
        .isCloseTo(probability, within(StrictMath.sqrt(20 / (2.0 * size))));
  }

  @Test
  void whatCostsMoreThanItGainsIsNotDone() {
    // a move of twice the best response gains 10 and costs 10: a tie; of three times, it loses
    Population people = people(row(1, 2), row(3, 4));
    assertThat(shown(new NoisyResponse(1e-9, 0.2, moves(0.6)), people, linear(3, 4)))
        .isEqualTo(people.features());
    assertThat(shown(new NoisyResponse(1e-9, 0.2, moves(0.3)), people, linear(3, 4)))
        .isEqualTo(shown(moves(0.3), people, linear(3, 4)));
  }

  // ---- nobody

  @Test
  void theUnmovedStay() {
    Population people = people(row(1, 2), row(3, 4));
    assertThat(shown(new Unmoved(), people, linear(3, 4))).isEqualTo(people.features());
    assertThat(shown(new MixtureOfTypes(0, moves(1), new Unmoved()), people, linear(3, 4)))
        .isEqualTo(people.features());
  }

  @Test
  void numbersOutOfRangeAreErrors() {
    double nothing = Double.NaN;
    assertThatThrownBy(() -> new GradientShift(nothing, ALL)).hasMessageContaining("sensitivity");
    assertThatThrownBy(() -> new CostLimited(1, nothing, ALL)).hasMessageContaining("reach");
    assertThatThrownBy(() -> new CostLimited(1, -1, ALL)).hasMessageContaining("reach");
    assertThatThrownBy(() -> new ThresholdSeekers(-1, ALL)).hasMessageContaining("sensitivity");
    assertThatThrownBy(() -> new RejectionResampling(1, 1, ALL)).hasMessageContaining("shift");
    assertThatThrownBy(() -> new RejectionResampling(0, nothing, ALL))
        .hasMessageContaining("slope");
    assertThatThrownBy(() -> new NoisyResponse(0, 1, new Unmoved()))
        .hasMessageContaining("temperature");
    assertThatThrownBy(() -> new NoisyResponse(1, 0, new Unmoved()))
        .hasMessageContaining("sensitivity");
  }
}
