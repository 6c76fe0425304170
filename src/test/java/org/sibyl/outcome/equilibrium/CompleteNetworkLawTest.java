package org.sibyl.outcome.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.Given;
import org.sibyl.Shared;
import org.sibyl.learning.RandomBinary;
import org.sibyl.numeric.Share;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.outcome.Disaster;

/** Theorem 3.4 as an exact law, section 7.1 of the specification of the games, and orbits. */
class CompleteNetworkLawTest {
  private static final double[] BETA =
      new RandomBinary(RandomBinary.Law.BETA, 0.5, 0.7, 2.5).countLaw(14);

  private static Orbit orbit(int size, Share threshold, int count) {
    CollectiveRisk game = new CollectiveRisk(1, 0.4, 0.2, threshold, Disaster.EXPECTED);
    ForecastMap map = ForecastMap.of(Given.complete(size), game);
    return Orbit.of(bits((1L << count) - 1), state -> bits(map.actions((int) mask(state))));
  }

  private static BitSet bits(long mask) {
    return BitSet.valueOf(new long[] {mask});
  }

  private static long mask(BitSet bits) {
    return bits.isEmpty() ? 0 : bits.toLongArray()[0];
  }

  /** Every N up to 14, T and k. */
  @Test
  void theLawIsThatOfTheOrbits() {
    for (int size = 1; size <= 14; size++) {
      double[] law = size == 14 ? BETA : RandomBinary.uniform().countLaw(size);
      for (int needed = 0; needed <= size; needed++) {
        double success = 0;
        double allDefect = 0;
        double swapping = 0;
        for (int count = 0; count <= size; count++) {
          Orbit orbit = orbit(size, Share.of(needed, size), count);
          int least = needed;
          double share =
              (double) orbit.cycle().stream().filter(s -> s.cardinality() >= least).count()
                  / orbit.period();
          success += law[count] * share;
          allDefect += orbit.period() == 1 && orbit.cycle().get(0).isEmpty() ? law[count] : 0;
          boolean stands =
              orbit.cycle().stream().mapToInt(BitSet::cardinality).distinct().count() == 1;
          swapping += orbit.period() > 1 && stands && share == 0 ? law[count] : 0;
        }
        CompleteNetworkLaw exact = CompleteNetworkLaw.of(size, needed, law);
        String place = "N = " + size + ", T = " + needed;
        assertThat(exact.success()).as(place).isCloseTo(success, within(1e-12));
        assertThat(exact.belowThreshold()).as(place).isCloseTo(1 - success, within(1e-12));
        assertThat(exact.allDefect()).as(place).isCloseTo(allDefect, within(1e-12));
        assertThat(exact.swapping()).as(place).isCloseTo(swapping, within(1e-12));
      }
    }
  }

  @Test
  void recordedEndStates() {
    JsonNode cases = Shared.json("reference/games/theorem34_complete.json").get("cases");
    assertThat(cases).hasSize(16);
    for (JsonNode one : cases) {
      int size = one.get("n").asInt();
      int needed = one.get("threshold").asInt();
      CompleteNetworkLaw law =
          CompleteNetworkLaw.of(size, needed, RandomBinary.uniform().countLaw(size));
      JsonNode ends = one.get("exact_end_state_distribution_uniform_K");
      assertThat(law.belowThreshold())
          .isCloseTo(one.get("exact_p_below_threshold").asDouble(), within(1e-12));
      assertThat(law.allDefect()).isCloseTo(ends.get("stable_count_0").asDouble(), within(1e-12));
      assertThat(law.success())
          .isCloseTo(ends.get("stable_count_" + needed).asDouble(), within(1e-12));
      assertThat(law.swapping())
          .isCloseTo(ends.path("cycle_count_" + (needed - 1)).asDouble(), within(1e-12));
    }
  }

  @Test
  void recordedCountsFromEveryStart() {
    for (JsonNode one : Shared.json("reference/games/theorem34_complete.json").get("cases")) {
      int size = one.get("n").asInt();
      if (size > ForecastMap.LARGEST) {
        continue; // played by the agents in the reproduction of the theorem
      }
      for (JsonNode start : one.get("per_initial_count")) {
        Orbit orbit = orbit(size, Share.parse(one.get("T").asText()), start.get(0).asInt());
        List<Integer> counts = new ArrayList<>();
        orbit.states().forEach(state -> counts.add(state.cardinality()));
        List<Integer> recorded = new ArrayList<>();
        start.get(1).forEach(count -> recorded.add(count.asInt()));
        assertThat(recorded.subList(0, Math.min(counts.size(), recorded.size())))
            .isEqualTo(counts.subList(0, Math.min(counts.size(), recorded.size())));
        assertThat(orbit.period() == 1).isEqualTo(start.get(2).asText().equals("converged"));
      }
    }
  }

  @Test
  void knownChances() {
    assertThat(of(20, 10, fixed(0.5)).success()).isCloseTo(0.1762, within(5e-5));
    assertThat(of(100, 50, fixed(0.5)).success()).isCloseTo(0.0796, within(5e-5));
    assertThat(of(20, 10, RandomBinary.uniform()).success()).isCloseTo(1.0 / 21, within(1e-15));
    assertThat(of(21, 11, RandomBinary.uniform()).success()).isCloseTo(2.0 / 22, within(1e-15));
    assertThat(of(8, 1, RandomBinary.uniform()).success())
        .isCloseTo(1.0 / 9 + 4.0 / 9, within(1e-15));
    assertThat(of(1, 1, RandomBinary.uniform()).success()).isEqualTo(1);
    assertThat(of(5, 0, RandomBinary.uniform()).success()).isEqualTo(1);
  }

  /** Lemma C.1 for a fixed p: at most (e / 2 pi) sqrt(N / (k (N - k))), at worst at p = k / N. */
  @ParameterizedTest
  @ValueSource(ints = {5, 20, 101, 400})
  void successUnderAFixedLawIsRare(int size) {
    for (int needed = 2; needed < size; needed += 1 + size / 20) {
      double bound =
          Math.E / (2 * Math.PI) * Math.sqrt((double) size / (needed * (double) (size - needed)));
      if (size == 2 * needed - 1) {
        continue; // two starts succeed there
      }
      double worst = of(size, needed, fixed((double) needed / size)).success();
      assertThat(worst).isLessThan(bound);
      assertThat(of(size, needed, fixed(0.9 * needed / size)).success()).isLessThan(worst);
    }
  }

  private static CompleteNetworkLaw of(int size, int needed, RandomBinary law) {
    return CompleteNetworkLaw.of(size, needed, law.countLaw(size));
  }

  private static RandomBinary fixed(double p) {
    return new RandomBinary(RandomBinary.Law.FIXED, p, 1, 1);
  }

  @Test
  void countLaws() {
    for (int size : new int[] {1, 7, 1000}) {
      for (RandomBinary law :
          List.of(
              RandomBinary.uniform(),
              fixed(0.3),
              fixed(0),
              fixed(1),
              new RandomBinary(RandomBinary.Law.BETA, 0.5, 0.7, 2.5))) {
        assertThat(Arrays.stream(law.countLaw(size)).sum()).isCloseTo(1, within(1e-10));
      }
      double[] flat = new RandomBinary(RandomBinary.Law.BETA, 0.5, 1, 1).countLaw(size);
      for (double chance : flat) {
        assertThat(chance * (size + 1)).isCloseTo(1, within(1e-10));
      }
    }
    // Polya's urn: P(K = 1) of 2 under beta(a, b) is 2 a b / ((a + b) (a + b + 1))
    assertThat(new RandomBinary(RandomBinary.Law.BETA, 0.5, 2, 3).countLaw(2)[1])
        .isCloseTo(0.4, within(1e-14));
    assertThat(fixed(0.25).countLaw(3)[1]).isCloseTo(0.421875, within(1e-15));
  }

  @Test
  void orbitsOfKnownLength() {
    Orbit ring =
        Orbit.of(
            bits(0),
            state -> {
              long next = mask(state) + 1;
              return bits(next == 10 ? 4 : next);
            });
    assertThat(ring.prePeriod()).isEqualTo(4);
    assertThat(ring.period()).isEqualTo(6);
    assertThat(ring.states()).hasSize(10);
    assertThat(ring.cycle().get(0)).isEqualTo(bits(4));
    assertThat(Orbit.of(bits(5), state -> state).period()).isEqualTo(1);
    assertThatThrownBy(() -> Orbit.of(bits(0), state -> bits(mask(state) + 1), 100))
        .hasMessage("orbit: no state recurred within 100 steps. Allow more, or average instead.");
  }

  @Test
  void recordedCycles() {
    for (JsonNode run : Shared.json("reference/games/rrm_cases.json").get("cases")) {
      int size = run.get("n").asInt();
      if (size > ForecastMap.LARGEST) {
        continue;
      }
      CollectiveRisk game = Given.game(0.4, 0.2, run.get("T").asText());
      ForecastMap map = ForecastMap.of(Given.network(size, run.get("edges")), game);
      String initial = run.get("initial").asText();
      BitSet start = new BitSet();
      for (int i = 0; i < size; i++) {
        start.set(i, initial.charAt(i) == '1');
      }
      Orbit orbit = Orbit.of(start, state -> bits(map.actions((int) mask(state))));
      assertThat(orbit.period()).isEqualTo(run.get("cycle_length").asInt());
      assertThat(orbit.prePeriod()).isEqualTo(run.get("first_index_on_cycle").asInt());
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> CompleteNetworkLaw.of(3, 4, 0.25, 0.25, 0.25, 0.25))
        .hasMessage("needed: 4 must lie in 0..3.");
    assertThatThrownBy(() -> CompleteNetworkLaw.of(3, 2, 0.5, 0.5))
        .hasMessageContaining("count law: has 2 values");
  }
}
