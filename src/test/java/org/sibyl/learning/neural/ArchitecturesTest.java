package org.sibyl.learning.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;

/** The architectures' sizes and how their training starts. */
class ArchitecturesTest {
  private static Weights initial(Architecture architecture, int individuals, long seed) {
    return architecture.initial(individuals, Randomness.of(seed).at(Draw.LEARNER, 0));
  }

  private static Stream<Arguments> published() {
    return Stream.of(
        Arguments.of(Mlp.published(), 1_584_532),
        Arguments.of(Gnn.published(), 790_017),
        Arguments.of(GnnLinear.published(), 994_324),
        Arguments.of(GnnMlp.published(), 6_043_156));
  }

  @ParameterizedTest
  @MethodSource("published")
  void theyHaveAsManyNumbersAsPublished(Architecture architecture, int numbers) {
    assertThat(architecture.shapes(20).stream().mapToInt(Shape::size).sum()).isEqualTo(numbers);
    assertThat(initial(architecture, 20, 1).size()).isEqualTo(numbers);
  }

  @Test
  void onlyTheGraphNetworkWithoutHeadIsForAnySize() {
    assertThat(Nets.small().filter(Architecture::isForAnySize)).containsExactly(new Gnn(10, 3, .5));
    assertThat(Nets.small().filter(a -> a.shapes(6).equals(a.shapes(7))))
        .containsExactly(new Gnn(10, 3, .5));
  }

  @Test
  void theMlpHasThePublishedTensorsInOrder() {
    assertThat(Mlp.published().shapes(20))
        .containsExactly(
            new Shape("embedding.weight", 3, 128),
            new Shape("L1.weight", 512, 2560),
            new Shape("L1.bias", 1, 512),
            new Shape("L2.weight", 512, 512),
            new Shape("L2.bias", 1, 512),
            new Shape("L3.weight", 20, 512),
            new Shape("L3.bias", 1, 20));
  }

  @Test
  void sameRandomnessSameWeights() {
    assertThat(initial(GnnMlp.published(), 3, 5)).isEqualTo(initial(GnnMlp.published(), 3, 5));
    assertThat(initial(GnnMlp.published(), 3, 5)).isNotEqualTo(initial(GnnMlp.published(), 3, 6));
  }

  /**
   * Means and mean squares of many numbers, in standard errors of the law: 5.5 of them are passed
   * by chance with 4e-8 each. Of 8 tensors, 2 moments each: below 1e-6. Bounds hold always.
   */
  @Test
  void linearLayersAndConvolutionsStartWithinTheirBoundsAndEmbeddingsNormal() {
    Weights mlp = initial(Mlp.published(), 20, 11);
    Weights gnn = initial(Gnn.published(), 20, 12);
    requireNormal(mlp.copy(0));
    requireNormal(gnn.copy(0));
    requireUniform(1 / StrictMath.sqrt(2560), mlp.copy(1));
    requireUniform(1 / StrictMath.sqrt(2560), mlp.copy(2));
    requireUniform(1 / StrictMath.sqrt(512), mlp.copy(3));
    requireUniform(1 / StrictMath.sqrt(512), mlp.copy(4));
    requireUniform(StrictMath.sqrt(6.0 / 1024), gnn.copy(1));
    requireUniform(StrictMath.sqrt(6.0 / 513), gnn.copy(7));
    for (int bias : new int[] {2, 4, 6, 8}) {
      assertThat(gnn.copy(bias)).containsOnly(0);
    }
  }

  private static void requireNormal(float... numbers) {
    requireMoments(numbers, 1, 2);
  }

  private static void requireUniform(double bound, float... numbers) {
    double square = bound * bound / 3;
    requireMoments(numbers, square, square * square * 4 / 5); // variance of u^2: b^4 (1/5 - 1/9)
    for (float number : numbers) {
      assertThat((double) number).isBetween(-bound - 1e-8, bound + 1e-8);
    }
    double largest =
        IntStream.range(0, numbers.length)
            .mapToDouble(k -> StrictMath.abs(numbers[k]))
            .max()
            .orElseThrow();
    assertThat(largest).isGreaterThan(bound * 0.95); // by chance not: .95^512 = 4e-12
  }

  private static void requireMoments(float[] numbers, double square, double varianceOfSquare) {
    double sum = IntStream.range(0, numbers.length).mapToDouble(k -> numbers[k]).sum();
    double squares =
        IntStream.range(0, numbers.length).mapToDouble(k -> (double) numbers[k] * numbers[k]).sum();
    int n = numbers.length;
    assertThat(sum / n).isCloseTo(0, within(5.5 * StrictMath.sqrt(square / n)));
    assertThat(squares / n).isCloseTo(square, within(5.5 * StrictMath.sqrt(varianceOfSquare / n)));
  }

  @Test
  void sizesThatAreNoneAreRefused() {
    assertThatThrownBy(() -> new Mlp(0, 1)).hasMessageContaining("embedding: 0 must be at least 1");
    assertThatThrownBy(() -> new Mlp(1, 0)).hasMessageContaining("hidden: 0 must be at least 1");
    assertThatThrownBy(() -> new Gnn(0, 1, 0)).hasMessageContaining("width: 0 must be at least 1");
    assertThatThrownBy(() -> new GnnLinear(1, 0, 0)).hasMessageContaining("convolutions: 0 must");
    assertThatThrownBy(() -> new GnnMlp(1, 1, 0, 0)).hasMessageContaining("hidden: 0 must");
    for (double dropout : new double[] {-0.1, 1, Double.NaN}) {
      assertThatThrownBy(() -> new Gnn(1, 1, dropout))
          .hasMessageContaining("dropout: ")
          .hasMessageContaining("must lie in [0, 1)");
    }
    assertThatThrownBy(() -> Mlp.published().shapes(100_000))
        .hasMessageContaining("must have at most");
  }

  @Test
  void shapesAreCheckedBeforeAnythingIsComputed() {
    Net net = new Mlp(2, 3).on(Nets.SIX, 2);
    double[][] logits = new double[3][6];
    Weights weights = initial(new Mlp(2, 3), 6, 1);
    Weights wider = initial(new Mlp(2, 4), 6, 1);
    int[][] symbols = Nets.symbols(2, 6, 1);
    OptionalLong none = OptionalLong.empty();
    assertThatThrownBy(() -> net.forward(wider, symbols, none, logits))
        .hasMessageContaining("L1.weight: has 48 values, but the architecture has 36");
    assertThatThrownBy(() -> net.forward(weights, Nets.symbols(3, 6, 1), none, logits))
        .hasMessageContaining("rounds: 3 must be at most 2");
    assertThatThrownBy(() -> net.forward(weights, Nets.symbols(2, 5, 1), none, logits))
        .hasMessageContaining("symbols: has 5 values, but the network has 6");
    symbols[1][2] = 3;
    assertThatThrownBy(() -> net.forward(weights, symbols, none, logits))
        .hasMessageContaining("symbol: 3 must be 0, 1 or 2");
  }
}
