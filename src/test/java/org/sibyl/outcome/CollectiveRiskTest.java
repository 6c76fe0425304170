package org.sibyl.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.Given;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Share;
import org.sibyl.population.Population;
import org.sibyl.prediction.Deployment;
import org.sibyl.prediction.Silence;

/** Payoffs and thresholds, section 2 of the specification of the games. */
class CollectiveRiskTest {
  private static final Offset<Double> CLOSE = within(1e-12);
  private static final Network PATH = Given.path(3);

  @Test
  void payoffsOnAPathByHand() {
    // T = ceil(2/3 n): 2 of 2 at the ends, 2 of 3 in the middle; 0 and 1 cooperate
    Outcomes outcomes = realize(game(1, "2/3", Disaster.EXPECTED), PATH, 1, 1, 0);
    assertThat(outcomes.labels().toArray()).containsExactly(1, 1, 0);
    assertThat(outcomes.fact(CollectiveRisk.GROUP_COOPERATORS).toArray()).containsExactly(2, 2, 1);
    assertThat(outcomes.fact(CollectiveRisk.GROUP_SUCCESS).toArray()).containsExactly(1, 1, 0);
    assertThat(outcomes.payoffs().toArray()).containsExactly(new double[] {0.8, 0.8, 0.6}, CLOSE);
  }

  @Test
  void aCooperatorInAFailedGroupPaysAndRisks() {
    Outcomes outcomes = realize(game(1, "1", Disaster.EXPECTED), PATH, 0, 1, 0);
    assertThat(outcomes.payoffs().toArray()).containsExactly(new double[] {0.6, 0.4, 0.6}, CLOSE);
    assertThat(outcomes.fact(CollectiveRisk.GROUP_SUCCESS).sum()).isZero();
  }

  @Test
  void payoffsScaleWithTheEndowment() {
    Outcomes outcomes = realize(game(50, "2/3", Disaster.EXPECTED), PATH, 1, 1, 0);
    assertThat(outcomes.payoffs().toArray()).containsExactly(new double[] {40, 40, 30}, CLOSE);
  }

  @Test
  void whereNobodyIsNeededEveryGroupSucceeds() {
    Outcomes outcomes = realize(game(1, "0", Disaster.EXPECTED), PATH, 0, 1, 0);
    assertThat(outcomes.fact(CollectiveRisk.GROUP_SUCCESS).toArray()).containsExactly(1, 1, 1);
    assertThat(outcomes.payoffs().toArray()).containsExactly(new double[] {1, 0.8, 1}, CLOSE);
  }

  @Test
  void whoIsAloneIsAGroupOfOne() {
    Network apart = Network.of(3, new int[] {0, 1});
    Outcomes idle = realize(game(1, "0.5", Disaster.EXPECTED), apart, 1, 0, 0);
    assertThat(idle.fact(CollectiveRisk.GROUP_SUCCESS).toArray()).containsExactly(1, 1, 0);
    assertThat(idle.payoffs().toArray()).containsExactly(new double[] {0.8, 1, 0.6}, CLOSE);
    Outcomes busy = realize(game(1, "0.5", Disaster.EXPECTED), apart, 1, 0, 1);
    assertThat(busy.payoffs().get(2)).isCloseTo(0.8, CLOSE);
  }

  @Test
  void whoHasNotActedHasNotCooperated() {
    Population fresh = Given.people(3, 0.8, 0.5);
    Situation found = Given.situation(PATH, fresh, 0, 0, 0);
    Response nothing = new Response.Draft(fresh).finish();
    assertThat(nothing.actions().toArray()).containsExactly(2, 2, 2);
    Outcomes outcomes = game(1, "2/3", Disaster.EXPECTED).realize(found, nothing);
    assertThat(outcomes.labels().toArray()).containsExactly(0, 0, 0);
    assertThat(outcomes.fact(CollectiveRisk.GROUP_COOPERATORS).sum()).isZero();
    assertThat(outcomes.payoffs().toArray()).containsExactly(new double[] {0.6, 0.6, 0.6}, CLOSE);
  }

  @Test
  void welfareOfSuccessAndOfDefection() {
    // N E - T c E when exactly T = 5 of 10 cooperate on the complete graph; N E (1 - r) when none
    // do
    double[] five = new double[10];
    Arrays.fill(five, 0, 5, 1);
    CollectiveRisk game = game(3, "0.5", Disaster.EXPECTED);
    assertThat(realize(game, Given.complete(10), five).payoffs().sum()).isCloseTo(27, CLOSE);
    assertThat(realize(game, Given.complete(10), new double[10]).payoffs().sum())
        .isCloseTo(18, CLOSE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.07", "0.28", "0.3", "0.55", "0.56", "2/3", "1"})
  void neededIsTheShareOfTheGroup(String threshold) {
    for (int size = 1; size <= 200; size++) {
      assertThat(game(1, threshold, Disaster.EXPECTED).needed(size))
          .isEqualTo(Share.parse(threshold).ceilingOf(size))
          .isBetween(0, size);
    }
    assertThat(game(1, "0.07", Disaster.EXPECTED).needed(100)).isEqualTo(7);
  }

  // ---- drawn disasters

  @Test
  void drawnPayoffsAreWithOrWithoutTheLoss() {
    CollectiveRisk game = game(2, "1", Disaster.DRAWN);
    boolean[] seen = new boolean[2];
    for (int round = 1; round <= 40; round++) {
      Column payoffs = realizeIn(round, game, PATH, 1, 1, 0).payoffs();
      assertThat(payoffs.get(0)).isCloseTo(1.6, CLOSE); // its group succeeds
      assertThat(payoffs.get(2)).isIn(0.0, 2.0);
      seen[payoffs.get(2) == 0 ? 1 : 0] = true;
    }
    assertThat(seen).containsExactly(true, true);
  }

  @Test
  void aCooperatorWhoLosesEverythingHasPaidAllTheSame() {
    CollectiveRisk sure = new CollectiveRisk(2, 1, 0.2, Share.of(1.0), Disaster.DRAWN);
    assertThat(realize(sure, PATH, 0, 1, 0).payoffs().toArray())
        .containsExactly(new double[] {0, -0.4, 0}, CLOSE);
    CollectiveRisk never = new CollectiveRisk(2, 0, 0.2, Share.of(1.0), Disaster.DRAWN);
    assertThat(realize(never, PATH, 0, 1, 0).payoffs().toArray())
        .containsExactly(new double[] {2, 1.6, 2}, CLOSE);
  }

  @Test
  void aDrawIsTheSameWheneverItIsAskedFor() {
    CollectiveRisk game = game(1, "1", Disaster.DRAWN);
    Network apart = Network.of(500);
    double[] idle = new double[500];
    assertThat(realizeIn(7, game, apart, idle).payoffs())
        .isEqualTo(realizeIn(7, game, apart, idle).payoffs());
    assertThat(realizeIn(8, game, apart, idle).payoffs())
        .isNotEqualTo(realizeIn(7, game, apart, idle).payoffs());
  }

  /**
   * 100 000 independent losses with probability .4: by Hoeffding's inequality the share of losers
   * is off by d or more with probability at most 2 exp(-2 n d^2); d = .0105 gives 2 exp(-22.05) =
   * 5.3e-10. The seed is fixed.
   */
  @Test
  void theMeanOfDrawnPayoffsIsTheExpectedPayoff() {
    int size = 100_000;
    Outcomes outcomes = realize(game(1, "1", Disaster.DRAWN), Network.of(size), new double[size]);
    assertThat(outcomes.payoffs().mean()).isCloseTo(0.6, within(0.0105));
    assertThat(outcomes.fact(CollectiveRisk.EXPECTED_PAYOFF).mean()).isCloseTo(0.6, CLOSE);
  }

  @Test
  void theExpectedPayoffIsKeptAsAFact() {
    Outcomes drawn = realize(game(3, "2/3", Disaster.DRAWN), PATH, 1, 1, 0);
    Outcomes expected = realize(game(3, "2/3", Disaster.EXPECTED), PATH, 1, 1, 0);
    assertThat(drawn.fact(CollectiveRisk.EXPECTED_PAYOFF)).isEqualTo(expected.payoffs());
    assertThat(drawn.labels()).isEqualTo(expected.labels());
    assertThat(drawn.fact(CollectiveRisk.GROUP_SUCCESS))
        .isEqualTo(expected.fact(CollectiveRisk.GROUP_SUCCESS));
    assertThatThrownBy(() -> expected.fact(CollectiveRisk.EXPECTED_PAYOFF))
        .hasMessageContaining("expected-payoff")
        .hasMessageContaining("group-success");
  }

  @Test
  void onlyDrawnDisastersUseRandomness() {
    assertThat(game(1, "1", Disaster.DRAWN).draws()).containsExactly(Draw.NATURE);
    assertThat(game(1, "1", Disaster.EXPECTED).draws()).isEmpty();
  }

  // ---- parameters

  @ParameterizedTest
  @CsvSource({"0.4, 0.2, false", "0.4, 0.4, true", "0.4, 0.5, true", "0, 0, true", "1, 0, false"})
  void warnsWhenCooperatingNeverPays(double risk, double cost, boolean warned) {
    assertThat(Given.game(risk, cost, "0.5").warning().isPresent()).isEqualTo(warned);
  }

  @Test
  void parametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> Given.game(1.1, 0.2, "1")).hasMessageContaining("risk-of-loss: 1.1");
    assertThatThrownBy(() -> Given.game(0.4, Double.NaN, "1"))
        .hasMessageContaining("contribution-cost: NaN");
    assertThatThrownBy(() -> game(0, "1", Disaster.EXPECTED)).hasMessageContaining("endowment: 0");
  }

  private static CollectiveRisk game(double endowment, String threshold, Disaster disaster) {
    return new CollectiveRisk(endowment, 0.4, 0.2, Share.parse(threshold), disaster);
  }

  private static Outcomes realize(CollectiveRisk game, Network network, double... actions) {
    return realizeIn(1, game, network, actions);
  }

  private static Outcomes realizeIn(
      int round, CollectiveRisk game, Network network, double... actions) {
    Population people = Given.people(actions.length, 0.8, 0.5);
    Deployment silence =
        new Deployment(round, new Silence(), Column.constant(actions.length, Double.NaN));
    Situation found = new Situation(silence, people, network, Randomness.of(20260441));
    return game.realize(found, Given.response(people, actions));
  }
}
