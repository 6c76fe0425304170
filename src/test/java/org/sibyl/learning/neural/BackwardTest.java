package org.sibyl.learning.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sibyl.learning.neural.DoublePrecision.DOUBLES;

import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;

/** Gradients in the weights. */
class BackwardTest {
  private static final int[][] SYMBOLS = Nets.symbols(Nets.ROUNDS, 6, 5);
  private static final double[][] SLOPES = Nets.numbers(Nets.ROUNDS, 6, 6);

  private static Stream<Arguments> nets() {
    return Nets.small()
        .flatMap(
            net ->
                Stream.of(
                    Arguments.of(net, OptionalLong.empty()),
                    Arguments.of(net, OptionalLong.of(77))));
  }

  private static Weights weights(Architecture architecture) {
    return architecture.initial(6, Randomness.of(20261130).at(Draw.LEARNER, 1));
  }

  private static double sum(Stack<double[]> stack, List<double[]> weights, OptionalLong dropout) {
    double[][] logits = new double[Nets.ROUNDS][6];
    stack.prepare(weights);
    stack.forward(new Batch(SYMBOLS, dropout), logits);
    double sum = 0;
    for (int round = 0; round < Nets.ROUNDS; round++) {
      for (int i = 0; i < 6; i++) {
        sum += SLOPES[round][i] * logits[round][i];
      }
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("nets")
  void gradientsAreThoseOfDifferences(Layered architecture, OptionalLong dropout) {
    List<double[]> weights = Nets.wide(weights(architecture));
    Stack<double[]> stack = architecture.stack(DOUBLES, Nets.SIX, Nets.ROUNDS);
    List<double[]> gradient = Nets.gradient(architecture, 6);
    sum(stack, weights, dropout);
    stack.backward(SLOPES, gradient);

    SplittableRandom random = new SplittableRandom(3);
    for (int coordinate = 0; coordinate < 50; coordinate++) {
      int tensor = coordinate % weights.size(); // of each some
      int k = random.nextInt(weights.get(tensor).length);
      double difference = difference(stack, weights, dropout, tensor, k);
      assertThat(gradient.get(tensor)[k])
          .as("%s[%d]", architecture.shapes(6).get(tensor).name(), k)
          .isCloseTo(difference, within(1e-8));
    }
  }

  private static double difference(
      Stack<double[]> stack, List<double[]> weights, OptionalLong dropout, int tensor, int k) {
    double step = 1e-6;
    double at = weights.get(tensor)[k];
    weights.get(tensor)[k] = at + step;
    double above = sum(stack, weights, dropout);
    weights.get(tensor)[k] = at - step;
    double below = sum(stack, weights, dropout);
    weights.get(tensor)[k] = at;
    return (above - below) / (2 * step);
  }

  @ParameterizedTest
  @MethodSource("nets")
  void singlePrecisionIsCloseToDouble(Layered architecture, OptionalLong dropout) {
    Weights weights = weights(architecture);
    Stack<double[]> stack = architecture.stack(DOUBLES, Nets.SIX, Nets.ROUNDS);
    List<double[]> gradient = Nets.gradient(architecture, 6);
    double[][] logits = new double[Nets.ROUNDS][6];
    stack.prepare(Nets.wide(weights));
    stack.forward(new Batch(SYMBOLS, dropout), logits);
    stack.backward(SLOPES, gradient);

    Net net = architecture.on(Nets.SIX, Nets.ROUNDS);
    float[][] single = Nets.floatGradient(architecture, 6);
    double[][] singleLogits = new double[Nets.ROUNDS][6];
    net.forward(weights, SYMBOLS, dropout, singleLogits);
    net.backward(SLOPES, single);

    for (int round = 0; round < Nets.ROUNDS; round++) {
      assertThat(singleLogits[round]).containsExactly(logits[round], within(2e-6));
    }
    for (int t = 0; t < single.length; t++) {
      for (int k = 0; k < single[t].length; k++) {
        assertThat((double) single[t][k]).isCloseTo(gradient.get(t)[k], within(2e-5));
      }
    }
  }
}
