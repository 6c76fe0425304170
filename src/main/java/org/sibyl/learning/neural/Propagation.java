package org.sibyl.learning.neural;

import java.util.List;
import org.sibyl.network.Network;

/**
 * Everyone's row becomes a sum over their neighbors' and their own, the row of j counting for i
 * with 1 / sqrt((d_i + 1)(d_j + 1)), d being degrees: D^-1/2 (A + I) D^-1/2 X. A linear layer after
 * it makes a graph convolution (Kipf and Welling 2017, equation 2).
 *
 * @param <A> an array of numbers
 */
final class Propagation<A> implements Layer<A> {
  private final Arithmetic<A> arithmetic;
  private final Network network;
  private final int width;
  private final A output;
  private final A inputSlopes;

  /** Of so many numbers for each individual. */
  Propagation(Arithmetic<A> arithmetic, int rounds, Network network, int width) {
    this.arithmetic = arithmetic;
    this.network = network;
    this.width = width;
    this.output = arithmetic.zeros(rounds * network.size() * width);
    this.inputSlopes = arithmetic.zeros(rounds * network.size() * width);
  }

  /** What the row of a neighbor, or their own, counts for someone. */
  static double factor(Network network, int of, int other) {
    return 1 / StrictMath.sqrt((network.degree(of) + 1.0) * (network.degree(other) + 1.0));
  }

  @Override
  public A forward(Batch batch, A input) {
    spread(batch.rounds(), input, output);
    return output;
  }

  @Override
  public A backward(int rounds, A slopes, List<A> gradient) {
    spread(rounds, slopes, inputSlopes); // what i counts for j, j counts for i
    return inputSlopes;
  }

  private void spread(int rounds, A from, A into) {
    int size = network.size();
    arithmetic.clear(into, rounds * size * width);
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < size; i++) {
        add(round * size, i, i, from, into);
        for (int k = 0; k < network.degree(i); k++) {
          add(round * size, i, network.neighbor(i, k), from, into);
        }
      }
    }
  }

  private void add(int first, int i, int other, A from, A into) {
    double factor = factor(network, i, other);
    arithmetic.addScaled(width, factor, from, (first + other) * width, into, (first + i) * width);
  }
}
