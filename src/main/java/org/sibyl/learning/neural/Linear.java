package org.sibyl.learning.neural;

import java.util.List;

/**
 * A linear layer: each round's row times the transposed weights, plus the bias. Weights are output
 * x input, as published.
 *
 * @param <A> an array of numbers
 */
final class Linear<A> implements Layer<A> {
  private final Arithmetic<A> arithmetic;
  private final int width;
  private final int outputs;
  private final A transposed; // width x outputs: products run fastest along rows
  private final A output;
  private final A inputSlopes;
  private List<A> weights = List.of();
  private A input;

  Linear(Arithmetic<A> arithmetic, int rounds, int width, int outputs) {
    this.arithmetic = arithmetic;
    this.width = width;
    this.outputs = outputs;
    this.transposed = arithmetic.zeros(width * outputs);
    this.output = arithmetic.zeros(rounds * outputs);
    this.inputSlopes = arithmetic.zeros(rounds * width);
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
    arithmetic.multiply(batch.rounds(), width, outputs, from, transposed, output);
    arithmetic.addToEach(batch.rounds(), outputs, weights.get(1), output);
    return output;
  }

  @Override
  public A backward(int rounds, A slopes, List<A> gradient) {
    arithmetic.multiplyTransposed(outputs, rounds, width, slopes, input, gradient.get(0));
    arithmetic.sumRows(rounds, outputs, slopes, gradient.get(1));
    arithmetic.multiply(rounds, outputs, width, slopes, weights.get(0), inputSlopes);
    return inputSlopes;
  }
}
