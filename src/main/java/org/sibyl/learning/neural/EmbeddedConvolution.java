package org.sibyl.learning.neural;

import java.util.List;
import org.sibyl.network.Network;

/**
 * Embeddings of everyone's symbol, then a graph convolution. The weights times the three embeddings
 * are three rows; what someone sees of their neighborhood is how much each symbol counts in it.
 *
 * @param <A> an array of numbers
 */
final class EmbeddedConvolution<A> implements Front<A> {
  private final Arithmetic<A> arithmetic;
  private final Network network;
  private final int width;
  private final A table; // symbols x width
  private final A tableSlopes;
  private final A seen; // (rounds x individuals) x symbols
  private final A output; // (rounds x individuals) x width
  private List<A> weights = List.of();

  EmbeddedConvolution(Arithmetic<A> arithmetic, int rounds, Network network, int width) {
    int rows = rounds * network.size();
    this.arithmetic = arithmetic;
    this.network = network;
    this.width = width;
    this.table = arithmetic.zeros(Batch.SYMBOLS * width);
    this.tableSlopes = arithmetic.zeros(Batch.SYMBOLS * width);
    this.seen = arithmetic.zeros(rows * Batch.SYMBOLS);
    this.output = arithmetic.zeros(rows * width);
  }

  @Override
  public int tensors() {
    return 3;
  }

  @Override
  public void prepare(List<A> own) {
    weights = own;
    arithmetic.multiplyByTransposed(Batch.SYMBOLS, width, width, own.get(0), own.get(1), table);
  }

  @Override
  public A forward(Batch batch) {
    int rows = batch.rounds() * network.size();
    arithmetic.clear(seen, rows * Batch.SYMBOLS);
    for (int round = 0; round < batch.rounds(); round++) {
      see(round * network.size(), batch.symbols()[round]);
    }
    arithmetic.multiply(rows, Batch.SYMBOLS, width, seen, table, output);
    arithmetic.addToEach(rows, width, weights.get(2), output);
    return output;
  }

  private void see(int first, int[] symbols) {
    for (int i = 0; i < symbols.length; i++) {
      count(first + i, symbols[i], Propagation.factor(network, i, i));
      for (int k = 0; k < network.degree(i); k++) {
        int other = network.neighbor(i, k);
        count(first + i, symbols[other], Propagation.factor(network, i, other));
      }
    }
  }

  private void count(int row, int symbol, double factor) {
    int at = row * Batch.SYMBOLS + symbol;
    arithmetic.set(seen, at, arithmetic.get(seen, at) + factor);
  }

  @Override
  public void backward(int rounds, A slopes, List<A> gradient) {
    int rows = rounds * network.size();
    arithmetic.multiplyTransposed(Batch.SYMBOLS, rows, width, seen, slopes, tableSlopes);
    arithmetic.multiplyTransposed(
        width, Batch.SYMBOLS, width, tableSlopes, weights.get(0), gradient.get(1));
    arithmetic.multiply(Batch.SYMBOLS, width, width, tableSlopes, weights.get(1), gradient.get(0));
    arithmetic.sumRows(rows, width, slopes, gradient.get(2));
  }
}
