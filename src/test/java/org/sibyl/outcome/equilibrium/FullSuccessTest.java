package org.sibyl.outcome.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.sibyl.Given;
import org.sibyl.network.ErdosRenyi;
import org.sibyl.network.Network;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Share;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.outcome.Disaster;
import org.sibyl.outcome.equilibrium.FullSuccess.Condition;
import org.sibyl.outcome.equilibrium.FullSuccess.Guarantee;

/** Propositions 3.2 and 3.3 and the price of anarchy, sections 7.3 and 7.4 of the specification. */
class FullSuccessTest {
  private static final Network SPIDER =
      Network.of(
          7,
          new int[] {0, 1},
          new int[] {0, 2},
          new int[] {0, 3},
          new int[] {1, 4},
          new int[] {2, 5},
          new int[] {3, 6});

  private static CollectiveRisk game(double risk, double cost, Share threshold) {
    return new CollectiveRisk(1, risk, cost, threshold, Disaster.EXPECTED);
  }

  @Test
  void whichConditionAssuresSuccess() {
    assertThat(FullSuccess.guaranteed(SPIDER, Given.game(0.4, 0.2, "0")))
        .contains(new Guarantee(Condition.NOBODY_NEEDED, 0));
    assertThat(FullSuccess.guaranteed(SPIDER, Given.game(0.4, 0.2, "1")))
        .contains(new Guarantee(Condition.EVERYBODY_NEEDED, 7));
    assertThat(FullSuccess.guaranteed(Given.complete(6), Given.game(0.4, 0.2, "0.5")))
        .contains(new Guarantee(Condition.COMPLETE_NETWORK, 3));
    assertThat(FullSuccess.guaranteed(SPIDER, Given.game(0.4, 0.2, "3/4"))).isEmpty();
    assertThat(FullSuccess.guaranteed(Given.complete(6), Given.game(0.2, 0.2, "0.5"))).isEmpty();
    assertThat(FullSuccess.guaranteed(SPIDER, Given.game(0.2, 0.2, "0"))).isPresent();
  }

  /** What is assured comes true, for every choice of who is forecast to cooperate. */
  @Property(seed = "20261124", tries = 80)
  void whatIsAssuredComesTrue(
      @ForAll @IntRange(min = 1, max = 10) int size,
      @ForAll @IntRange(min = 0, max = 10) int needed) {
    CollectiveRisk game = game(0.4, 0.2, Share.of(Math.min(needed, size), size));
    ForecastMap map = ForecastMap.of(Given.complete(size), game);
    Guarantee guarantee = FullSuccess.guaranteed(Given.complete(size), game).orElseThrow();
    for (int forecast = 0; forecast < 1 << size; forecast++) {
      if (Integer.bitCount(forecast) == guarantee.cooperators()) {
        assertThat(map.actions(forecast)).isEqualTo(forecast);
        assertThat(map.successes(forecast)).isEqualTo(size);
      }
    }
  }

  @Test
  void theHubOfTheSpider() {
    assertThat(FullSuccess.impossibleHub(SPIDER, Given.game(0.4, 0.2, "3/4"))).hasValue(0);
    assertThat(FullSuccess.impossibleHub(SPIDER, Given.game(0.4, 0.2, "0.5"))).isEmpty();
  }

  /**
   * The condition never errs, and finds cases. Proposition 3.3 as published asks for one share t =
   * d / (d + 1) and degrees below the hub's; the general condition asks for the counts alone.
   */
  @Test
  void wherePropositionThreeThreeHoldsNoForecastSucceeds() {
    UniformRandomProvider random = Randomness.of(20261124).at(Draw.FEATURES, 1);
    int flagged = 0;
    int impossible = 0;
    for (int k = 0; k < 4000; k++) {
      int size = 4 + random.nextInt(6);
      Network network = new ErdosRenyi(0.15 + 0.4 * random.nextDouble()).generate(size, random);
      int parts = 2 + random.nextInt(5);
      CollectiveRisk game = game(0.4, 0.2, Share.of(1 + random.nextInt(parts), parts));
      boolean never = Prophecies.of(ForecastMap.of(network, game)).mostSuccesses() < size;
      impossible += never ? 1 : 0;
      if (FullSuccess.impossibleHub(network, game).isPresent()) {
        flagged++;
        assertThat(never).as("%s, %s", network.edges(), game).isTrue();
      }
    }
    assertThat(flagged).isGreaterThan(20).isLessThan(impossible);
  }

  @Test
  void thePriceOfAnarchyByCountsIsThatByProfiles() {
    for (int size = 2; size <= 8; size++) {
      for (int needed = 0; needed <= size; needed++) {
        CollectiveRisk game = game(0.4, 0.2, Share.of(needed, size));
        Network network = Given.complete(size);
        ForecastMap map = ForecastMap.of(network, game);
        double best = 0;
        for (int profile = 0; profile < 1 << size; profile++) {
          best = Math.max(best, welfare(map, game, profile));
        }
        double worst =
            NashEquilibria.of(network, game).all().stream()
                .mapToDouble(profile -> welfare(map, game, profile))
                .min()
                .orElseThrow();
        assertThat(PriceOfAnarchy.onComplete(game, size)).isCloseTo(best / worst, within(1e-12));
      }
    }
  }

  private static double welfare(ForecastMap map, CollectiveRisk game, int profile) {
    int cooperators = Integer.bitCount(profile);
    return cooperators * game.payoff(cooperators, map.size(), true)
        + (map.size() - cooperators) * game.payoff(cooperators, map.size(), false);
  }

  @Test
  void thePriceOfAnarchyInClosedForm() {
    assertThat(PriceOfAnarchy.onComplete(game(0.4, 0.2, Share.of(0.5)), 20))
        .isCloseTo(1.5, within(1e-12));
    assertThat(PriceOfAnarchy.onComplete(game(1, 0.2, Share.of(0.5)), 20)).isInfinite();
    assertThat(PriceOfAnarchy.onComplete(game(0.4, 0.2, Share.of(0)), 20)).isEqualTo(1);
    assertThat(PriceOfAnarchy.onComplete(game(0.4, 0.2, Share.of(1, 20)), 20)).isEqualTo(1);
    // paying for success costs more than failure
    assertThat(PriceOfAnarchy.onComplete(game(0.3, 0.32, Share.of(19, 20)), 20)).isEqualTo(1);
    assertThatThrownBy(() -> PriceOfAnarchy.onComplete(game(1, 0, Share.of(1)), 0))
        .hasMessage("size: 0 must be at least 1.");
  }
}
