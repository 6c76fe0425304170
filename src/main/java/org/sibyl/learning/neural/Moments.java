package org.sibyl.learning.neural;

/**
 * What Adam remembers of earlier gradients (Kingma and Ba 2015, algorithm 1).
 *
 * @param steps taken so far
 * @param means decaying, of gradients
 * @param squares decaying means of their squares
 */
record Moments(int steps, Weights means, Weights squares) {
  /** Before the first step. */
  static Moments none(Weights weights) {
    float[][] zeros = new float[weights.tensors()][];
    for (int t = 0; t < zeros.length; t++) {
      zeros[t] = new float[weights.tensor(t).length];
    }
    return new Moments(0, Weights.owning(zeros), Weights.owning(zeros));
  }

  /** A step down a gradient; weights and moments are new, and nothing else is made. */
  Workshop.Lesson step(AdamStep adam, double loss, Weights weights, float[][] gradient) {
    float[][] mean = new float[gradient.length][];
    float[][] square = new float[gradient.length][];
    float[][] next = new float[gradient.length][];
    for (int t = 0; t < gradient.length; t++) {
      mean[t] = means.copy(t);
      square[t] = squares.copy(t);
      next[t] = new float[gradient[t].length];
      adam.take(steps + 1, weights.tensor(t), gradient[t], mean[t], square[t], next[t]);
    }
    return new Workshop.Lesson(
        loss,
        Weights.owning(next),
        new Moments(steps + 1, Weights.owning(mean), Weights.owning(square)));
  }
}
