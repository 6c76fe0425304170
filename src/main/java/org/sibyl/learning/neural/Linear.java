package org.sibyl.learning.neural;

import java.util.List;

/**
 * A linear layer: each row times the transposed weights, plus the bias. Weights are output x input,
 * as published.
 *
 * @param <A> an array of numbers
 */
final class Linear<A> implements Layer<A> {
  private final Arithmetic<A> arithmetic;
  private final int rowsOfRound;
  private final int width;
  private final int outputs;
  private final A transposed; // width x outputs: products run fastest along rows
  private final A output;
  private final A inputSlopes;
  private List<A> weights = List.of();
  private A input;

  Linear(Arithmetic<A> arithmetic, int rounds, int rowsOfRound, int width, int outputs) {
    int rows = rounds * rowsOfRound;
    this.arithmetic = arithmetic;
    this.rowsOfRound = rowsOfRound;
    this.width = width;
    this.outputs = outputs;
    this.transposed = arithmetic.zeros(width * outputs);
    this.output = arithmetic.zeros(rows * outputs);
    this.inputSlopes = arithmetic.zeros(rows * width);
    this.input = inputSlopes;
  }

  @Override
  public int tensors() {
    return 2;
  }

  @Override
  public void prepare(List<A> own) {
    weights = own;
    arithmetic.transpose(outputs, width, own.get(0), transposed);
  }

  @Override
  public A forward(Batch batch, A from) {
    input = from;
    int rows = batch.rounds() * rowsOfRound;
    arithmetic.multiply(rows, width, outputs, from, transposed, output);
    arithmetic.addToEach(rows, outputs, weights.get(1), output);
    return output;
  }

  @Override
  public A backward(int rounds, A slopes, List<A> gradient) {
    int rows = rounds * rowsOfRound;
    arithmetic.multiplyTransposed(outputs, rows, width, slopes, input, gradient.get(0));
    arithmetic.sumRows(rows, outputs, slopes, gradient.get(1));
    arithmetic.multiply(rows, outputs, width, slopes, weights.get(0), inputSlopes);
    return inputSlopes;
  }
}
