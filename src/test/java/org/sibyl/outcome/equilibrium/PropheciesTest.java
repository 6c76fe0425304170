package org.sibyl.outcome.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
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
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.simulation.Play;
import org.sibyl.simulation.Round;

/** Enumeration of forecasts and equilibria, section 7.3 of the specification of the games. */
class PropheciesTest {
  /** Barabási-Albert, 20 individuals, m = 2, networkx seed 0: section 13. */
  private static final String EXPERIMENTS =
      "0-1 0-2 0-3 0-4 0-5 0-8 0-9 0-13 2-3 3-4 3-5 3-7 3-9 3-10 3-11 3-12 3-15 3-17 3-18 4-6 4-8"
          + " 4-10 5-6 6-7 6-12 6-14 7-16 8-16 8-18 8-19 9-14 10-11 10-15 11-17 12-13 18-19";

  private static Network network(int size, String edges) {
    String[] pairs = edges.split(" ", -1);
    int[][] ends = new int[pairs.length][];
    for (int e = 0; e < pairs.length; e++) {
      String[] pair = pairs[e].split("-", -1);
      ends[e] = new int[] {Integer.parseInt(pair[0]), Integer.parseInt(pair[1])};
    }
    return Network.of(size, ends);
  }

  private static Prophecies of(Network network, String threshold) {
    return Prophecies.of(ForecastMap.of(network, Given.game(0.4, 0.2, threshold)));
  }

  @Test
  void theNetworkOfTheExperiments() {
    int[] prophecies = {35, 3, 8, 13, 4, 1, 1};
    List<List<Integer>> successes =
        List.of(
            List.of(19, 20),
            List.of(20),
            List.of(1, 3, 6, 15, 16),
            List.of(1, 3, 5, 6, 8, 10, 11),
            List.of(0, 4, 6, 10),
            List.of(0),
            List.of(0));
    int[] most = {20, 20, 20, 20, 20, 19, 17};
    Network network = network(20, EXPERIMENTS);
    for (int k = 0; k < most.length; k++) {
      ForecastMap map = ForecastMap.of(network, Given.game(0.4, 0.2, "0." + (k + 2)));
      Prophecies all = Prophecies.of(map);
      assertThat(all.selfFulfilling()).hasSize(prophecies[k]).isSorted();
      TreeSet<Integer> reached = new TreeSet<>();
      all.selfFulfilling().forEach(forecast -> reached.add(map.successes(forecast)));
      assertThat(List.copyOf(reached)).isEqualTo(successes.get(k));
      assertThat(all.mostSuccesses()).isEqualTo(most[k]);
      assertThat(all.mostSuccessesSelfFulfilling()).hasValue(reached.last());
    }
  }

  @Test
  void aProphecyNeedNotExist() {
    Prophecies none = of(network(5, "0-1 1-3 1-4 2-3 2-4"), "0.5");
    assertThat(none.selfFulfilling()).isEmpty();
    assertThat(none.mostSuccessesSelfFulfilling()).isEmpty();
  }

  @Test
  void theSpider() {
    Prophecies spider = of(network(7, "0-1 0-2 0-3 1-4 2-5 3-6"), "3/4");
    assertThat(spider.mostSuccesses()).isEqualTo(5);
    // all-defect, and the three with two full arms
    assertThat(spider.selfFulfilling()).containsExactly(0, 0b0110111, 0b1011011, 0b1101101);
  }

  @Property(seed = "20261124", tries = 80)
  void oneBitAtATimeIsAsGoodAsAllAnew(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 9) int size,
      @ForAll @IntRange(min = 0, max = 10) int tenths) {
    ForecastMap map = random(seed, size, tenths);
    Prophecies all = Prophecies.of(map);
    List<Integer> fixed = new ArrayList<>();
    int most = 0;
    int[] mostByAccuracy = new int[size + 1];
    Arrays.fill(mostByAccuracy, -1);
    for (int forecast = 0; forecast < 1 << size; forecast++) {
      int actions = map.actions(forecast);
      int accurate = size - Integer.bitCount(forecast ^ actions);
      mostByAccuracy[accurate] = Math.max(mostByAccuracy[accurate], map.successes(actions));
      most = Math.max(most, map.successes(actions));
      if (actions == forecast) {
        fixed.add(forecast);
      }
    }
    assertThat(all.selfFulfilling()).isEqualTo(fixed);
    assertThat(all.mostSuccesses()).isEqualTo(most);
    isTheFront(map, all.pareto(), mostByAccuracy);
  }

  private static void isTheFront(
      ForecastMap map, List<Prophecies.Point> front, int[] mostByAccuracy) {
    for (Prophecies.Point point : front) {
      int actions = map.actions(point.forecast());
      assertThat(map.successes(actions)).isEqualTo(point.successes());
      assertThat(map.size() - Integer.bitCount(actions ^ point.forecast()))
          .isEqualTo(point.accurate());
    }
    for (int accurate = 0; accurate < mostByAccuracy.length; accurate++) {
      int least = accurate;
      int best = mostByAccuracy[accurate];
      boolean beaten =
          best < 0
              || IntStream.range(least + 1, mostByAccuracy.length)
                  .anyMatch(more -> mostByAccuracy[more] >= best);
      assertThat(front.stream().anyMatch(point -> point.accurate() == least)).isEqualTo(!beaten);
    }
  }

  @Property(seed = "20261124", tries = 60)
  void theMapIsWhatTheAgentsDo(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 10) int size,
      @ForAll @IntRange(min = 0, max = 10) int tenths) {
    UniformRandomProvider random = Randomness.of(seed).at(Draw.FEATURES, 1);
    Network network = new ErdosRenyi(random.nextDouble()).generate(size, random);
    CollectiveRisk game = Given.game(0.4, 0.2, Double.toString(tenths / 10.0));
    ForecastMap map = ForecastMap.of(network, game);
    int forecast = random.nextInt(1 << size);
    StringBuilder told = new StringBuilder();
    for (int i = 0; i < size; i++) {
      told.append(forecast >>> i & 1);
    }
    Round round = Play.dynamics(game).play(Play.retraining(network, told.toString()));
    int actions = 0;
    for (int i = 0; i < size; i++) {
      actions |= (int) round.response().actions().get(i) << i;
    }
    assertThat(map.actions(forecast)).isEqualTo(actions);
    assertThat(map.successes(actions)).isEqualTo(Play.successes(round));
  }

  /** D8: a self-fulfilling prophecy is an equilibrium in which nobody is indifferent. */
  @Property(seed = "20261124", tries = 80)
  void propheciesAreTheStrictEquilibria(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 8) int size,
      @ForAll @IntRange(min = 0, max = 10) int tenths) {
    UniformRandomProvider random = Randomness.of(seed).at(Draw.FEATURES, 1);
    Network network = new ErdosRenyi(random.nextDouble()).generate(size, random);
    CollectiveRisk game = Given.game(0.4, 0.2, Double.toString(tenths / 10.0));
    NashEquilibria equilibria = NashEquilibria.of(network, game);
    assertThat(Prophecies.of(ForecastMap.of(network, game)).selfFulfilling())
        .isEqualTo(equilibria.strict());
    assertThat(equilibria.all()).containsAll(equilibria.strict());
  }

  @Test
  void whereCostEqualsRiskEquilibriaNeedNotBeStrict() {
    NashEquilibria tied = NashEquilibria.of(Given.complete(2), Given.game(0.4, 0.4, "1"));
    assertThat(tied.all()).containsExactly(0b00, 0b11);
    assertThat(tied.strict()).containsExactly(0b00);
  }

  @Test
  void whereItDoesNotPayNobodyActs() {
    Prophecies dear = Prophecies.of(ForecastMap.of(Given.complete(3), Given.game(0.2, 0.2, "2/3")));
    assertThat(dear.selfFulfilling()).containsExactly(0);
    assertThat(dear.mostSuccesses()).isZero();
  }

  @Test
  void aNetworkTooLargeIsRefusedWithWhatToDoInstead() {
    CollectiveRisk game = Given.game(0.4, 0.2, "0.5");
    assertThatThrownBy(() -> ForecastMap.of(Given.path(25), game))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("25 individuals have 2^25 forecasts; at most 24")
        .hasMessageContaining("repeated-risk-minimization");
    assertThatThrownBy(() -> NashEquilibria.of(Given.path(30), game))
        .hasMessageContaining("at most 24");
    assertThat(ForecastMap.of(Given.path(24), game).size()).isEqualTo(24);
  }

  private static ForecastMap random(long seed, int size, int tenths) {
    UniformRandomProvider random = Randomness.of(seed).at(Draw.FEATURES, 1);
    Network network = new ErdosRenyi(random.nextDouble()).generate(size, random);
    return ForecastMap.of(network, Given.game(0.4, 0.2, Double.toString(tenths / 10.0)));
  }
}
