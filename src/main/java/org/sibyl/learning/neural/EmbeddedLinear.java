package org.sibyl.learning.neural;

import java.util.List;

/**
 * Embeddings of everyone's symbol side by side, then a linear layer. The layer's block of weights
 * for an individual times the three embeddings is one table of individuals x 3 rows, of which a
 * round takes one row for each individual.
 *
 * @param <A> an array of numbers
 */
final class EmbeddedLinear<A> implements Front<A> {
  private final Arithmetic<A> arithmetic;
  private final int individuals;
  private final int embedding;
  private final int width;
  private final int choices;
  private final A scores; // (width x individuals) x symbols: the table transposed, or its slopes
  private final A table; // (individuals x symbols) x width
  private final A tableSlopes;
  private final A chosen; // rounds x (individuals x symbols), 0 or 1
  private final A output; // rounds x width
  private List<A> weights = List.of();

  EmbeddedLinear(Arithmetic<A> arithmetic, int rounds, int individuals, int embedding, int width) {
    this.arithmetic = arithmetic;
    this.individuals = individuals;
    this.embedding = embedding;
    this.width = width;
    this.choices = individuals * Batch.SYMBOLS;
    this.scores = arithmetic.zeros(choices * width);
    this.table = arithmetic.zeros(choices * width);
    this.tableSlopes = arithmetic.zeros(choices * width);
    this.chosen = arithmetic.zeros(rounds * choices);
    this.output = arithmetic.zeros(rounds * width);
  }

  @Override
  public int tensors() {
    return 3;
  }

  @Override
  public void prepare(List<A> own) {
    weights = own;
    // Row by row of the weights, an individual's block after the other: in memory as it lies.
    arithmetic.multiplyByTransposed(
        width * individuals, embedding, Batch.SYMBOLS, own.get(1), own.get(0), scores);
    arithmetic.transpose(width, choices, scores, table);
  }

  @Override
  public A forward(Batch batch) {
    int rounds = batch.rounds();
    arithmetic.clear(chosen, rounds * choices);
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < individuals; i++) {
        int choice = i * Batch.SYMBOLS + batch.symbols()[round][i];
        arithmetic.set(chosen, round * choices + choice, 1);
      }
    }
    arithmetic.multiply(rounds, choices, width, chosen, table, output);
    arithmetic.addToEach(rounds, width, weights.get(2), output);
    return output;
  }

  @Override
  public void backward(int rounds, A slopes, List<A> gradient) {
    arithmetic.multiplyTransposed(choices, rounds, width, chosen, slopes, tableSlopes);
    arithmetic.transpose(choices, width, tableSlopes, scores);
    arithmetic.multiply(
        width * individuals, Batch.SYMBOLS, embedding, scores, weights.get(0), gradient.get(1));
    arithmetic.multiplyTransposed(
        Batch.SYMBOLS, width * individuals, embedding, scores, weights.get(1), gradient.get(0));
    arithmetic.sumRows(rounds, width, slopes, gradient.get(2));
  }
}
