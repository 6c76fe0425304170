package org.sibyl.learning.neural;

import java.util.List;

/**
 * max(0, x), in place.
 *
 * @param <A> an array of numbers
 */
final class Rectifier<A> implements Layer<A> {
  private final Arithmetic<A> arithmetic;
  private final int width;
  private A values;

  /** Of so many numbers a round. */
  Rectifier(Arithmetic<A> arithmetic, int width) {
    this.arithmetic = arithmetic;
    this.width = width;
    this.values = arithmetic.zeros(0);
  }

  @Override
  public A forward(Batch batch, A input) {
    values = input;
    arithmetic.rectify(batch.rounds() * width, input);
    return input;
  }

  @Override
  public A backward(int rounds, A slopes, List<A> gradient) {
    arithmetic.gate(rounds * width, values, slopes);
    return slopes;
  }
}
