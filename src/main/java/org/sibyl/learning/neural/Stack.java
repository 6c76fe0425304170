package org.sibyl.learning.neural;

import java.util.List;

/**
 * Layers one after the other, in one precision.
 *
 * @param <A> an array of numbers
 */
final class Stack<A> {
  private final Arithmetic<A> arithmetic;
  private final A passed; // slopes in the log-odds
  private final Front<A> front;
  private final List<Layer<A>> layers;

  /** Layers that end with so many log-odds. */
  Stack(Arithmetic<A> arithmetic, int logits, Front<A> front, List<Layer<A>> layers) {
    this.arithmetic = arithmetic;
    this.passed = arithmetic.zeros(logits);
    this.front = front;
    this.layers = List.copyOf(layers);
  }

  /** Makes ready for these weights, tensor after tensor. */
  void prepare(List<A> weights) {
    int next = front.tensors();
    front.prepare(weights.subList(0, next));
    for (Layer<A> layer : layers) {
      layer.prepare(weights.subList(next, next + layer.tensors()));
      next += layer.tensors();
    }
  }

  /** Everyone's log-odds, of the weights made ready for. */
  void forward(Batch batch, double[][] logits) {
    A values = front.forward(batch);
    for (Layer<A> layer : layers) {
      values = layer.forward(batch, values);
    }
    int at = 0;
    for (int round = 0; round < batch.rounds(); round++) {
      for (int i = 0; i < batch.symbols()[round].length; i++) {
        logits[round][i] = arithmetic.get(values, at++);
      }
    }
  }

  /** The gradient in the weights, overwritten. */
  void backward(double[][] slopes, List<A> gradient) {
    int at = 0;
    for (double[] row : slopes) {
      for (double slope : row) {
        arithmetic.set(passed, at++, slope);
      }
    }
    backward(slopes.length, passed, gradient);
  }

  private void backward(int rounds, A last, List<A> gradient) {
    A slopes = last;
    int end = gradient.size();
    for (int k = layers.size() - 1; k >= 0; k--) {
      int start = end - layers.get(k).tensors();
      slopes = layers.get(k).backward(rounds, slopes, gradient.subList(start, end));
      end = start;
    }
    front.backward(rounds, slopes, gradient.subList(0, end));
  }
}
