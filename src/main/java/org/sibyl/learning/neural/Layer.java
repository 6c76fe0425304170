package org.sibyl.learning.neural;

import java.util.List;

/**
 * A layer at work after the first, with scratch of its own.
 *
 * @param <A> an array of numbers
 */
interface Layer<A> {
  /** How many tensors of weights are its own. */
  default int tensors() {
    return 0;
  }

  /** Makes ready for these weights. */
  default void prepare(List<A> own) {
    // most have nothing to make ready
  }

  /** What it makes of the input: an array of its own, or the input changed in place. */
  A forward(Batch batch, A input);

  /**
   * The gradient in its weights, after {@link #forward}.
   *
   * @param slopes in what it made; may be changed
   * @param gradient overwritten
   * @return the slopes in its input
   */
  A backward(int rounds, A slopes, List<A> gradient);
}
