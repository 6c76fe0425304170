package org.sibyl.learning.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sibyl.Given;
import org.sibyl.behavior.BayesianTrust;
import org.sibyl.behavior.PivotalCooperation;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.behavior.TieRule;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;

class ChainRegimeTest {
  private static final ChainRegime PAPER = new ChainRegime(0.8, 0.6, 0.01);

  // ---- the paper's numbers

  @Test
  void everyoneIsFeasibleAboveTrust41791() {
    assertThat(PAPER.pivotalByBelief()).isCloseTo(0.32, within(1e-15));
    assertThat(PAPER.leastTrustForEveryone()).isCloseTo(0.41791, within(5e-6));
    double least = PAPER.leastTrustForEveryone();
    assertThat(PAPER.canMoveEveryone(LogOdds.of(least + 1e-9))).isTrue();
    assertThat(PAPER.canMoveEveryone(LogOdds.of(least - 1e-9))).isFalse();
  }

  @Test
  void forecastsAtEvenTrust() {
    ChainForecast everyone = PAPER.forecast(ChainMove.EVERYONE, 0, 0);
    assertThat(everyone.left()).isEqualTo(1);
    assertThat(everyone.center()).isEqualTo(1);
    assertThat(everyone.right()).isCloseTo(0.11, within(1e-15));
    ChainForecast leaves = PAPER.forecast(ChainMove.LEAVES, 0, LogOdds.of(0.5 / 0.9));
    assertThat(leaves.left()).isEqualTo(1);
    assertThat(leaves.center()).isCloseTo(0.45, within(1e-15));
    assertThat(leaves.right()).isEqualTo(1);
    assertThat(PAPER.forecast(ChainMove.NOBODY, 0, 0)).isEqualTo(new ChainForecast(0, 0, 0));
  }

  @Test
  void gainsOfTheCenterAreTheRatiosOfTheLikelihoods() {
    // 1e-8: the likelihoods' floor moves a certain forecast by 1e-9
    assertThat(PAPER.gainOfCenter(ChainMove.EVERYONE, 0))
        .isCloseTo(StrictMath.log(0.11 / 0.64), within(1e-8));
    assertThat(PAPER.gainOfCenter(ChainMove.LEAVES, 0))
        .isCloseTo(StrictMath.log(1 / 0.64), within(1e-8));
    assertThat(PAPER.gainOfCenter(ChainMove.NOBODY, 0))
        .isCloseTo(StrictMath.log(1 / 0.04), within(1e-8));
  }

  @Test
  void gainsOfTheLeavesAreTheRatiosOfTheLikelihoods() {
    assertThat(PAPER.gainOfLeaf(ChainMove.EVERYONE, 0))
        .isCloseTo(StrictMath.log(1 / 0.8), within(1e-8));
    assertThat(PAPER.gainOfLeaf(ChainMove.LEAVES, LogOdds.of(0.5 / 0.9)))
        .isCloseTo(StrictMath.log(0.55 / 0.2), within(1e-8));
    assertThat(PAPER.gainOfLeaf(ChainMove.NOBODY, 0))
        .isCloseTo(StrictMath.log(1 / 0.2), within(1e-8));
  }

  @Test
  void rewardsAreTheGroupsThatSucceed() {
    assertThat(ChainMove.EVERYONE.reward()).isEqualTo(3);
    assertThat(ChainMove.LEAVES.reward()).isEqualTo(1);
    assertThat(ChainMove.NOBODY.reward()).isZero();
  }

  // ---- what the real individuals make of it

  /** In many games of the regime, at many levels of trust. */
  @ParameterizedTest
  @EnumSource
  void theMoveComesAboutAndTrustGainsAsStated(ChainMove move) {
    int tried = 0;
    for (double belief : new double[] {0.55, 0.7, 0.8, 0.95}) {
      double pivotal = 2 * belief * (1 - belief);
      for (double place : new double[] {0.02, 0.3, 0.6, 0.9}) {
        double ratio = pivotal + place * (belief - pivotal);
        ChainRegime regime = new ChainRegime(belief, ratio, (belief - ratio) / 20);
        for (double center = -6; center <= 6; center += 0.75) {
          for (double leaf = -2; leaf <= 6; leaf += 0.8) {
            if (isPossible(regime, move, center, leaf)) {
              assertComesAbout(regime, move, center, leaf);
              tried++;
            }
          }
        }
      }
    }
    assertThat(tried).isGreaterThan(500);
  }

  private static boolean isPossible(
      ChainRegime regime, ChainMove move, double center, double leaf) {
    return switch (move) {
      case EVERYONE -> regime.canMoveEveryone(center);
      case LEAVES -> true;
      case NOBODY -> LogOdds.probability(leaf) >= regime.leastTrustForNobody();
    };
  }

  private static void assertComesAbout(
      ChainRegime regime, ChainMove move, double center, double leaf) {
    CollectiveRisk game = Given.game(0.5, 0.5 * regime.costRatio(), "2/3");
    ChainForecast told = regime.forecast(move, center, leaf);
    Population people =
        Given.people(3, regime.belief(), 0.5).with(Attribute.TRUST, Column.of(leaf, center, leaf));
    Situation found =
        Given.situation(Given.path(3), people, told.left(), told.center(), told.right());
    Response done = Given.respond(new PivotalCooperation(game, TieRule.DEFECT), found);
    double leaves = move == ChainMove.NOBODY ? 0 : 1;
    double middle = move == ChainMove.EVERYONE ? 1 : 0;
    assertThat(done.actions())
        .as("%s of %s at %s, %s", move, regime, center, leaf)
        .isEqualTo(Column.of(leaves, middle, leaves));
    assertThat(game.realize(found, done).fact(CollectiveRisk.GROUP_SUCCESS).sum())
        .isEqualTo(move.reward());
    Column trust =
        BayesianTrust.withFloor().update(found, done, done.actions()).column(Attribute.TRUST);
    assertThat(trust)
        .isEqualTo(
            Column.of(
                leaf + regime.gainOfLeaf(move, leaf),
                center + regime.gainOfCenter(move, center),
                leaf + regime.gainOfLeaf(move, leaf)));
    assertThat(regime.gainOfLeaf(move, leaf)).isPositive();
  }

  /** The center's evidence is the product of what is said of the leaves: none is larger. */
  @Test
  void everyoneCostsTheLeastTrustThatItCan() {
    for (double trust : new double[] {0.45, 0.6, 0.8, 0.99}) {
      double product = PAPER.forecast(ChainMove.EVERYONE, LogOdds.of(trust), 0).right();
      double best = 0;
      for (int i = 0; i <= 1000; i++) {
        for (int j = 0; j <= 1000; j++) {
          double left = i / 1000.0;
          double right = j / 1000.0;
          double one = left * (1 - right) + right * (1 - left);
          if (trust * one + (1 - trust) * 0.32 >= 0.6 + 0.01 * trust) {
            best = StrictMath.max(best, left * right);
          }
        }
      }
      assertThat(product).isCloseTo(best, within(1e-3)).isGreaterThanOrEqualTo(best - 1e-12);
    }
  }

  @Test
  void everyoneIsRefusedWhereTheCenterTrustsTooLittle() {
    assertThatThrownBy(() -> PAPER.forecast(ChainMove.EVERYONE, LogOdds.of(0.25), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("center's trust: 0.250000 must exceed 0.417910 for everyone to cooperate.");
  }

  // ---- games outside the regime

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.5  | 0.6   | 0.01  | assumed-belief: 0.5 must lie in (0.5, 1).
          1    | 0.6   | 0.01  | assumed-belief: 1 must lie in (0.5, 1).
          NaN  | 0.6   | 0.01  | assumed-belief: NaN must lie in (0.5, 1).
          0.8  | 0     | 0.01  | cost-ratio: 0 must lie in (0, 1).
          0.8  | NaN   | 0.01  | cost-ratio: NaN must lie in (0, 1).
          0.8  | 0.6   | 0     | margin: 0 must lie in [1.0E-9, 1).
          0.8  | 0.6   | NaN   | margin: NaN must lie in [1.0E-9, 1).
          0.75 | 0.375 | 0.01  | cost-ratio: 0.375 must exceed 0.375000, which is 2 b (1 - b) for assumed-belief b = 0.75: else the center cooperates untold.
          0.8  | 0.3   | 0.01  | cost-ratio: 0.3 must exceed 0.320000, which is 2 b (1 - b) for assumed-belief b = 0.8: else the center cooperates untold.
          0.8  | 0.8   | 0.01  | cost-ratio: 0.8 must be below assumed-belief 0.8: else no leaf cooperates untold.
          0.75 | 0.5   | 0.25  | margin: 0.25 must be below 0.250000, which is assumed-belief 0.75 less cost-ratio 0.5.
          """)
  void theBrokenRuleIsNamed(double belief, double ratio, double margin, String message) {
    assertThatThrownBy(() -> new ChainRegime(belief, ratio, margin))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
