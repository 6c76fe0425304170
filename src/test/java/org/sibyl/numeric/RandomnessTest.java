package org.sibyl.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class RandomnessTest {
  private static final int INDIVIDUALS = 100_000;
  private static final Randomness RANDOM = Randomness.of(20260101);

  @Test
  void anAddressAlwaysGivesTheSameNumbers() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      order.add(i);
    }
    long[] first = new long[500];
    for (int i : order) {
      first[i] = RANDOM.at(Draw.RESPONSE, 3, i).nextLong();
    }
    UniformRandomProvider everyone = RANDOM.at(Draw.RESPONSE, 3);
    long whole = everyone.nextLong();
    everyone.nextLong();
    Collections.shuffle(order, new Random(1));
    for (int i : order) {
      assertThat(Randomness.of(20260101).at(Draw.RESPONSE, 3, i).nextLong()).isEqualTo(first[i]);
    }
    assertThat(RANDOM.at(Draw.RESPONSE, 3).nextLong()).isEqualTo(whole);
  }

  @Test
  void everyPartOfTheAddressMatters() {
    Set<Long> firsts = new HashSet<>();
    int asked = 0;
    for (long seed : new long[] {0, 1, -1, 1L << 32, Long.MIN_VALUE}) {
      for (int replicate : new int[] {0, 1, 2, 1 << 24}) {
        for (Draw use : Draw.values()) {
          for (int round : new int[] {0, 1, 2, 1000}) {
            Randomness randomness = new Randomness(seed, replicate);
            firsts.add(randomness.at(use, round).nextLong());
            asked++;
            for (int individual : new int[] {0, 1, 1000, Integer.MAX_VALUE}) {
              firsts.add(randomness.at(use, round, individual).nextLong());
              asked++;
            }
          }
        }
      }
    }
    // 3200 addresses: two of them agree by chance with probability below 3200^2 / 2^65 = 3e-13.
    assertThat(asked).isEqualTo(3200);
    assertThat(firsts).hasSize(asked);
  }

  @Test
  void usesHaveKeysOfTheirOwn() {
    Set<Integer> keys = new HashSet<>();
    for (Draw use : Draw.values()) {
      assertThat(keys.add(use.key())).isTrue();
      assertThat(use.key()).isBetween(1, 255); // the replicate begins at the ninth bit
      assertThat(use.meaning()).isNotEmpty();
    }
  }

  /**
   * Computed outside Java from the law that {@link Randomness} states. If they change, so does
   * every recorded result.
   */
  @Test
  void streamsAreThoseOfThePublishedResults() {
    assertThat(firstThree(Randomness.of(0).at(Draw.FEATURES, 0)))
        .containsExactly(-4688131064540625437L, 3820264093829240782L, 8395845971855595878L);
    assertThat(firstThree(Randomness.of(42).replicate(7).at(Draw.NATURE, 19, 123_456)))
        .containsExactly(-3692397158358394330L, 7917515536341126435L, -4252244253291376015L);
    assertThat(firstThree(Randomness.of(Long.MIN_VALUE).at(Draw.SURVEY, 1_000_000, 0)))
        .containsExactly(1555578425909019131L, -2293816827522496693L, 7629848621334223946L);
    assertThat(Randomness.of(42).at(Draw.RESPONSE, 1, 2).nextDouble())
        .isEqualTo(0.26375225639497857);
  }

  /** The published test vector of SplitMix64 for seed 1234567. */
  @Test
  void mixerIsThatOfSplitMix64() {
    long[] expected = {6457827717110365317L, 3203168211198807973L, -8629252141511181193L};
    for (int k = 0; k < expected.length; k++) {
      assertThat(Mixing.mix(1234567 + (k + 1) * Mixing.GOLDEN)).isEqualTo(expected[k]);
    }
  }

  /**
   * First outputs of consecutive individuals fill 256 bins evenly, by their highest and by their
   * lowest bits. Pearson's statistic is chi-square with d = 255 degrees of freedom (391 expected in
   * each bin); P(X >= d + 2 sqrt(d x) + 2 x) <= exp(-x) (Laurent and Massart 2000, lemma 1). With x
   * = 27 the bound is 475, and two tests raise a false alarm with probability below 4e-12.
   */
  @Test
  void firstOutputsOfConsecutiveIndividualsAreUniform() {
    int[] high = new int[256];
    int[] low = new int[256];
    for (int i = 0; i < INDIVIDUALS; i++) {
      long bits = RANDOM.at(Draw.NATURE, 1, i).nextLong();
      high[(int) (bits >>> 56)]++;
      low[(int) bits & 255]++;
    }
    assertThat(chiSquare(high)).isLessThan(475);
    assertThat(chiSquare(low)).isLessThan(475);
  }

  /**
   * First outputs of neighbours are uncorrelated. For independent uniforms the products (u - 1/2)(v
   * - 1/2) of disjoint pairs are independent, at most 1/4 in size, with variance 1/144. Bernstein:
   * the sum of n = 50 000 exceeds t = 140 in size with probability at most 2 exp(-t^2 / 2 / (n /
   * 144 + t / 12)) = 3e-12. That is 7.5 standard deviations; a correlation of .034 would be found.
   * Four such sums: neighbours from even and from odd individuals, the next round, the next use.
   */
  @Test
  void firstOutputsOfNeighboursAreUncorrelated() {
    double[] here = centred(Draw.RESPONSE, 5);
    double[] nextRound = centred(Draw.RESPONSE, 6);
    double[] nextUse = centred(Draw.NATURE, 5);
    double even = 0;
    double odd = 0;
    double rounds = 0;
    double uses = 0;
    for (int i = 0; i + 2 < INDIVIDUALS; i += 2) {
      even += here[i] * here[i + 1];
      odd += here[i + 1] * here[i + 2];
      rounds += here[i] * nextRound[i];
      uses += here[i] * nextUse[i];
    }
    assertThat(List.of(even, odd, rounds, uses))
        .allSatisfy(sum -> assertThat(sum).isBetween(-140.0, 140.0));
  }

  @Test
  void rejectsWhatIsNoAddress() {
    assertThatThrownBy(() -> new Randomness(1, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("replicate: -1 must be at least 0.");
    assertThatThrownBy(() -> RANDOM.at(Draw.NATURE, 0, -1)) // would be the stream of everyone
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("individual: -1 must be at least 0.");
  }

  private static double[] centred(Draw use, int round) {
    double[] values = new double[INDIVIDUALS];
    for (int i = 0; i < values.length; i++) {
      values[i] = RANDOM.at(use, round, i).nextDouble() - .5;
    }
    return values;
  }

  private static double chiSquare(int[] counts) {
    double expected = (double) INDIVIDUALS / counts.length;
    double sum = 0;
    for (int count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }

  private static long[] firstThree(UniformRandomProvider stream) {
    return new long[] {stream.nextLong(), stream.nextLong(), stream.nextLong()};
  }
}
