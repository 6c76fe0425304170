package org.sibyl.learning.neural;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousUniformSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A tensor and how it begins.
 *
 * @param shape of the tensor
 * @param law of its numbers as training starts
 */
record Tensor(Shape shape, Law law) {
  /** A law that all numbers of a tensor are drawn from. */
  @FunctionalInterface
  interface Law {
    DoubleSupplier from(UniformRandomProvider random);
  }

  /** One row for each symbol, each number standard normal. */
  static Tensor embedding(String name, int width) {
    return new Tensor(
        new Shape(name, Batch.SYMBOLS, width),
        random -> ZigguratSampler.NormalizedGaussian.of(random)::sample);
  }

  /** Weights and bias of a linear layer, uniform in +-1 / sqrt(inputs). */
  static List<Tensor> linear(String name, int inputs, int outputs) {
    Law law = uniform(1 / StrictMath.sqrt(inputs));
    return List.of(
        new Tensor(new Shape(name + ".weight", outputs, inputs), law),
        new Tensor(new Shape(name + ".bias", 1, outputs), law));
  }

  /** Weights of a graph convolution by Glorot's uniform law, and a bias of 0. */
  static List<Tensor> convolution(String name, int inputs, int outputs) {
    return List.of(
        new Tensor(
            new Shape(name + ".weight", outputs, inputs),
            uniform(StrictMath.sqrt(6.0 / (inputs + outputs)))),
        new Tensor(new Shape(name + ".bias", 1, outputs), random -> () -> 0));
  }

  private static Law uniform(double bound) {
    return random -> ContinuousUniformSampler.of(random, -bound, bound)::sample;
  }

  /** Its numbers as training starts. */
  float[] draw(UniformRandomProvider random) {
    DoubleSupplier number = law.from(random);
    float[] numbers = new float[shape.size()];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = (float) number.getAsDouble();
    }
    return numbers;
  }
}
