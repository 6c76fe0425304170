package org.sibyl.learning.neural;

import java.util.List;

/**
 * Layers one after the other, in one precision.
 *
 * @param <A> an array of numbers
 */
final class Stack<A> {
  private final Arithmetic<A> arithmetic;
  private final Front<A> front;
  private final List<Layer<A>> layers;

  Stack(Arithmetic<A> arithmetic, Front<A> front, List<Layer<A>> layers) {
    this.arithmetic = arithmetic;
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
    A passed = flat(slopes);
    int end = gradient.size();
    for (int k = layers.size() - 1; k >= 0; k--) {
      Layer<A> layer = layers.get(k);
      passed =
          layer.backward(slopes.length, passed, gradient.subList(end - layer.tensors(), end));
      end -= layer.tensors();
    }
    front.backward(slopes.length, passed, gradient.subList(0, end));
  }

  private A flat(double[][] slopes) {
    A flat = arithmetic.zeros(slopes.length * slopes[0].length);
    int at = 0;
    for (double[] row : slopes) {
      for (double slope : row) {
        arithmetic.set(flat, at++, slope);
      }
    }
    return flat;
  }
}
