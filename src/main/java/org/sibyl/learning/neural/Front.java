package org.sibyl.learning.neural;

import java.util.List;

/**
 * A network's first layer, embedding included: it reads symbols. Since there are only three, it
 * multiplies their embeddings, not what every individual says in every round.
 *
 * @param <A> an array of numbers
 */
interface Front<A> {
  /** How many tensors of weights are its own. */
  int tensors();

  /** Makes ready for these weights. */
  void prepare(List<A> own);

  /** What it makes of the symbols, in an array of its own. */
  A forward(Batch batch);

  /**
   * The gradient in its weights, after {@link #forward}.
   *
   * @param slopes in what it made
   * @param gradient overwritten
   */
  void backward(int rounds, A slopes, List<A> gradient);
}
