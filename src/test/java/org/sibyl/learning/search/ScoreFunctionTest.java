package org.sibyl.learning.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sibyl.Given;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.Learner;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Share;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.ForecastByLastAction;

/** The evolution strategy over tables of forecasts. */
class ScoreFunctionTest {
  private static final Randomness RANDOMNESS = Randomness.of(20261202);
  private static final Network PATH = Given.path(3);

  private static ScoreFunction plan(ScoreFunction.Aim aim) {
    return new ScoreFunction(aim, Share.of(0.5), 0.5, 2);
  }

  private static Cohort cohort(Column told, double... did) {
    return new Cohort(
        1,
        IntStream.range(0, did.length).toArray(),
        Matrix.of(did.length, 0),
        told,
        Column.of(did),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Groups of 2, 3, 2 need 1, 2, 1: with actions 1, 0, 0 the first alone succeeds, and the 2nd not.
   */
  @Test
  void worthByHand() {
    List<Cohort> rounds =
        List.of(
            cohort(Column.of(0.9, 0.2, 0.5), 1, 0, 0), cohort(Column.of(0.9, 0.2, 0.5), 0, 1, 1));
    assertThat(plan(ScoreFunction.Aim.SUCCESS).worth(rounds, PATH))
        .isCloseTo((1 + 3) / 6.0, within(1e-15));
    assertThat(plan(ScoreFunction.Aim.COOPERATION).worth(rounds, PATH))
        .isCloseTo(0.5, within(1e-15));
    assertThat(plan(ScoreFunction.Aim.ACCURACY).worth(rounds, PATH))
        .isCloseTo((0.9 + 0.8 + 0.5 + 0.1 + 0.2 + 0.5) / 6, within(1e-15));
  }

  /** Both tables of a pair are as far from the center, on opposite sides, and each is a game's. */
  @Test
  void pairsAreOppositeAndTheStepGoesToTheBetter() {
    PerturbedGames first = (PerturbedGames) start(plan(ScoreFunction.Aim.COOPERATION), PATH);
    PerturbedGames second = (PerturbedGames) learn(first, 1, 1, 0);
    PerturbedGames next = (PerturbedGames) learn(second, 0, 0, 0);
    for (int k = 0; k < 9; k++) {
      double up = first.model().logOdds().get(k);
      assertThat(second.model().logOdds().get(k)).isEqualTo(-up);
      // step 2 x difference of worths 2/3 / (2 x .5) x change, where up is .5 x change
      assertThat(next.center().get(k)).isCloseTo(2 * (2.0 / 3) * up / 0.5, within(1e-12));
    }
    assertThat(next.change()).isNotEqualTo(first.change());
  }

  private static Learner start(ScoreFunction plan, Network network) {
    return plan.start(Beginning.of(network), RANDOMNESS.at(Draw.LEARNER, 0));
  }

  private static Learner learn(PerturbedGames learner, double... did) {
    Column told = Column.constant(did.length, 0.5);
    return learner.learn(new Episode(List.of(cohort(told, did))), RANDOMNESS.at(Draw.LEARNER, 1));
  }

  /** People who do as they are told: cooperation then rises with the table, and is found. */
  @Test
  void whatHelpsIsFound() {
    Learner learner =
        start(
            new ScoreFunction(ScoreFunction.Aim.COOPERATION, Share.of(0.5), 0.5, 8), Given.path(6));
    double before = told(learner).mean();
    for (int game = 1; game <= 200; game++) {
      Column told = told(learner);
      double[] did = IntStream.range(0, 6).mapToDouble(i -> told.get(i) > 0.5 ? 1 : 0).toArray();
      learner =
          learner.learn(new Episode(List.of(cohort(told, did))), RANDOMNESS.at(Draw.LEARNER, game));
    }
    assertThat(told(learner).mean()).isGreaterThan(before + 0.2);
  }

  private static Column told(Learner learner) {
    Matrix nobody = Matrix.of(6, 1, 2, 2, 2, 2, 2, 2);
    return learner.model().predict(nobody, RANDOMNESS.at(Draw.DEPLOYMENT, 1));
  }

  @Test
  void theTableIsReadByIndividualAndLastAction() {
    ForecastByLastAction table =
        new ForecastByLastAction(Column.of(0, 1, 2, 3, 4, Double.POSITIVE_INFINITY));
    Column told = table.predict(Matrix.of(2, 1, 1, 2), RANDOMNESS.at(Draw.DEPLOYMENT, 1));
    assertThat(told.get(0)).isCloseTo(1 / (1 + StrictMath.exp(-1)), within(1e-15));
    assertThat(told.get(1)).isEqualTo(1);
    assertThatThrownBy(() -> new ForecastByLastAction(Column.of(0, 1)))
        .hasMessageContaining("three");
  }

  @Test
  void someoneMissingIsRefused() {
    PerturbedGames learner = (PerturbedGames) start(plan(ScoreFunction.Aim.SUCCESS), Given.path(4));
    assertThatThrownBy(() -> learn(learner, 1, 0, 1)).hasMessageContaining("3 of 4");
    List<Double> wrong = new ArrayList<>(List.of(0.0, -1.0, Double.NaN));
    for (double value : wrong) {
      assertThatThrownBy(
              () -> new ScoreFunction(ScoreFunction.Aim.SUCCESS, Share.of(0.5), value, 1))
          .hasMessageContaining("deviation");
    }
  }
}
