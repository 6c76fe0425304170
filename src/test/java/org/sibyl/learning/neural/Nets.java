package org.sibyl.learning.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sibyl.network.Network;

/** Networks small enough to be differentiated by differences, and the same in both precisions. */
final class Nets {
  static final Network SIX =
      Network.of(6, new int[][] {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}, {2, 3}, {3, 4}, {3, 5}});
  static final int ROUNDS = 4;

  private Nets() {}

  /** One of each kind. */
  static Stream<Layered> small() {
    return Stream.of(
        new Mlp(5, 12), new Gnn(10, 3, 0.5), new GnnLinear(10, 2, 0.3), new GnnMlp(10, 3, 0.5, 9));
  }

  /** Symbols of so many rounds, the first as a game begins. */
  static int[][] symbols(int rounds, int individuals, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] symbols = new int[rounds][individuals];
    for (int[] round : symbols) {
      Arrays.setAll(round, i -> random.nextInt(2));
    }
    Arrays.fill(symbols[0], 2);
    symbols[rounds - 1][0] = 2;
    return symbols;
  }

  static double[][] numbers(int rows, int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] numbers = new double[rows][columns];
    for (double[] row : numbers) {
      Arrays.setAll(row, k -> random.nextDouble(-1, 1));
    }
    return numbers;
  }

  /** The same numbers twice as wide. */
  static List<double[]> wide(Weights weights) {
    return IntStream.range(0, weights.tensors())
        .mapToObj(t -> weights.copy(t))
        .map(t -> IntStream.range(0, t.length).mapToDouble(k -> t[k]).toArray())
        .toList();
  }

  static Weights narrow(List<double[]> weights) {
    return Weights.owning(weights.stream().map(Nets::narrow).toArray(float[][]::new));
  }

  private static float[] narrow(double... numbers) {
    float[] narrow = new float[numbers.length];
    for (int k = 0; k < narrow.length; k++) {
      narrow[k] = (float) numbers[k];
    }
    return narrow;
  }

  /** Room for a gradient. */
  static List<double[]> gradient(Architecture architecture, int individuals) {
    List<double[]> gradient = new ArrayList<>();
    architecture.shapes(individuals).forEach(shape -> gradient.add(new double[shape.size()]));
    return gradient;
  }

  static float[][] floatGradient(Architecture architecture, int individuals) {
    return architecture.shapes(individuals).stream()
        .map(shape -> new float[shape.size()])
        .toArray(float[][]::new);
  }

  /** Log-odds in double precision. */
  static double[][] logits(
      Layered architecture,
      Network network,
      List<double[]> weights,
      int[][] symbols,
      OptionalLong dropout) {
    Stack<double[]> stack = architecture.stack(DoublePrecision.DOUBLES, network, symbols.length);
    double[][] logits = new double[symbols.length][network.size()];
    stack.prepare(weights);
    stack.forward(new Batch(symbols, dropout), logits);
    return logits;
  }

  /** Log-odds in single precision. */
  static double[][] floatLogits(
      Architecture architecture,
      Network network,
      Weights weights,
      int[][] symbols,
      OptionalLong dropout) {
    double[][] logits = new double[symbols.length][network.size()];
    architecture.on(network, symbols.length).forward(weights, symbols, dropout, logits);
    return logits;
  }

  /**
   * Weights as published with reference results: the k-th tensor from {@code SplittableRandom(first
   * + k)}, uniform within sqrt(3) for the embedding and 1 / sqrt(inputs) for weights and the bias
   * that follows them.
   */
  static List<double[]> published(Architecture architecture, int individuals, long first) {
    List<double[]> weights = new ArrayList<>();
    double bound = StrictMath.sqrt(3);
    for (Shape shape : architecture.shapes(individuals)) {
      if (!weights.isEmpty() && shape.name().endsWith(".weight")) {
        bound = 1 / StrictMath.sqrt(shape.columns());
      }
      SplittableRandom random = new SplittableRandom(first + weights.size());
      double[] tensor = new double[shape.size()];
      for (int k = 0; k < tensor.length; k++) {
        tensor[k] = (2 * random.nextDouble() - 1) * bound;
      }
      weights.add(tensor);
    }
    return weights;
  }
}
