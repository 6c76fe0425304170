package org.sibyl.learning.neural;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;

/**
 * Inverted dropout, in place: each number becomes 0 with the given probability, and is otherwise
 * divided by the probability of staying, so that its mean stays (Srivastava et al. 2014). What is
 * dropped follows from the seed and the symbols of the round, hence is the same whether a round is
 * asked about alone or among others.
 *
 * @param <A> an array of numbers
 */
final class Dropout<A> implements Layer<A> {
  private static final double ALL = 0x1p32;
  private static final long SPREAD = 0xd1342543de82ef95L; // an odd multiplier: keys do not collide

  private final Arithmetic<A> arithmetic;
  private final int width;
  private final double probability;
  private final int number;
  private final A factors;
  private boolean dropping;

  /**
   * Of so many numbers a round.
   *
   * @param number tells layers of a network apart
   */
  Dropout(Arithmetic<A> arithmetic, int rounds, int width, double probability, int number) {
    this.arithmetic = arithmetic;
    this.width = width;
    this.probability = probability;
    this.number = number;
    this.factors = arithmetic.zeros(rounds * width);
  }

  @Override
  public A forward(Batch batch, A input) {
    dropping = batch.dropout().isPresent();
    if (dropping) {
      long seed = batch.dropout().getAsLong();
      for (int round = 0; round < batch.rounds(); round++) {
        draw(random(seed, batch.symbols()[round]), round * width);
      }
      arithmetic.scale(batch.rounds() * width, factors, input);
    }
    return input;
  }

  private UniformRandomProvider random(long seed, int... symbols) {
    long key = seed;
    for (int symbol : symbols) {
      key = key * SPREAD + symbol;
    }
    return Randomness.of(key).at(Draw.LEARNER, number);
  }

  private void draw(UniformRandomProvider random, int start) {
    long dropped = (long) (probability * ALL);
    double kept = 1 / (1 - probability);
    for (int k = start; k < start + width; k++) {
      boolean stays = Integer.toUnsignedLong(random.nextInt()) >= dropped;
      arithmetic.set(factors, k, stays ? kept : 0);
    }
  }

  @Override
  public A backward(int rounds, A slopes, List<A> gradient) {
    if (dropping) {
      arithmetic.scale(rounds * width, factors, slopes);
    }
    return slopes;
  }
}
