package org.sibyl.numeric;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * All randomness of a run, addressed by (seed, replicate, use, round, individual). The same address
 * always gives the same stream, whoever asks, in whatever order, on whatever thread; so two runs
 * that differ in one component share all other noise (common random numbers).
 *
 * <p>A stream is an L64X128Mix generator (Steele and Vigna 2021) seeded by a hash of its address.
 * Within one use, addresses map to seeds one to one, so no two rounds or individuals share a
 * stream.
 *
 * @param seed the scenario's seed, all 64 bits
 * @param replicate index of the independent repetition, from 0
 */
public record Randomness(long seed, int replicate) {
  private static final int WHOLE_ROUND = -1;

  public Randomness {
    Check.atLeast("replicate", replicate, 0);
  }

  /** The randomness of replicate 0. */
  public static Randomness of(long seed) {
    return new Randomness(seed, 0);
  }

  /** The randomness of an independent repetition. */
  public Randomness replicate(int index) {
    return new Randomness(seed, index);
  }

  /** The stream of a use in a round, for what concerns everyone at once. */
  public UniformRandomProvider at(Draw use, int round) {
    return stream(use, round, WHOLE_ROUND);
  }

  /**
   * The stream of a use in a round for one individual, from 0.
   *
   * @throws IllegalArgumentException when the individual is negative
   */
  public UniformRandomProvider at(Draw use, int round, int individual) {
    return stream(use, round, Check.atLeast("individual", individual, 0));
  }

  private UniformRandomProvider stream(Draw use, int round, int individual) {
    long run = Mixing.mix(Mixing.mix(seed) + ((long) replicate << 8 | use.key()));
    long place = (long) round << 32 | individual & 0xffffffffL;
    long[] words = new long[4];
    for (int k = 0; k < words.length; k++) {
      words[k] = Mixing.mix(run + Mixing.mix(place + k * Mixing.GOLDEN));
    }
    return RandomSource.L64_X128_MIX.create(words);
  }
}
