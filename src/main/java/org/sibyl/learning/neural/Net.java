package org.sibyl.learning.neural;

import java.util.OptionalLong;

/**
 * A network at work: scratch for many rounds at once, used by one thread at a time. What it says
 * depends on its arguments alone, whatever it was used for before.
 */
public interface Net {
  /**
   * Everyone's log-odds in each round.
   *
   * @param weights of the network
   * @param symbols rounds x individuals: the last action, 0 or 1, or 2 for none yet
   * @param dropout the seed of what is dropped, drawn anew for each round's symbols; none when
   *     nothing is
   * @param logits overwritten, rounds x individuals
   */
  void forward(Weights weights, int[][] symbols, OptionalLong dropout, double[][] logits);

  /**
   * The gradient of a sum of losses in the weights, after {@link #forward} with the same weights;
   * again and again where there are several sums.
   *
   * @param slopes of the losses in the log-odds, rounds x individuals
   * @param gradient overwritten, tensor after tensor
   */
  void backward(double[][] slopes, float[][] gradient);
}
