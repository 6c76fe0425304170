package org.sibyl.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

class NeuralModelsTest {
  private static final Matrix ONE = Matrix.of(1, 2, 2, -3);

  /** Two features, two hidden units, one output: nine parameters in the documented order. */
  @Test
  void thetaByHand() {
    ParametricClass models = new NeuralModels(List.of(2), Activation.RELU).on(2);
    assertThat(models.dimension()).isEqualTo(9);
    Parametric model = models.model(1, 2, 5, -1, -1, 0.5, 10, 100, 1000);
    // first unit: 2 - 6 + 5 = 1; second: -2 + 3 + 0.5 = 1.5; output: 10 + 150 + 1000
    assertThat(ModelsPropertiesTest.predict(model, ONE)).isEqualTo(Column.of(1160));
  }

  @Test
  void aUnitBelowItsKinkSaysNothing() {
    Parametric model =
        new NeuralModels(List.of(2), Activation.RELU)
            .on(2)
            .model(1, 2, 3, -1, -1, 0.5, 10, 100, 1000);
    assertThat(ModelsPropertiesTest.predict(model, ONE)).isEqualTo(Column.of(1150));
    double[] gradient = new double[9];
    model.addGradient(ONE, Column.of(2), gradient);
    assertThat(gradient).containsExactly(0, 0, 0, 400, -600, 200, 0, 3, 2);
  }

  @Test
  void tanhByHand() {
    Parametric model =
        new NeuralModels(List.of(1), Activation.TANH).on(2).model(0.5, 0.25, 0.1, 3, -1);
    assertThat(ModelsPropertiesTest.predict(model, ONE).get(0))
        .isCloseTo(3 * Math.tanh(0.35) - 1, within(1e-15));
  }

  @Test
  void tanhAtItsEnds() {
    assertThat(Activation.TANH.value(1000)).isEqualTo(1);
    assertThat(Activation.TANH.value(-1000)).isEqualTo(-1);
    assertThat(Activation.TANH.value(0)).isZero();
    Random random = new Random(20260615);
    for (int k = 0; k < 1000; k++) {
      double sum = 10 * random.nextGaussian();
      assertThat(Activation.TANH.value(sum)).isCloseTo(StrictMath.tanh(sum), within(1e-15));
    }
  }

  @Test
  void withoutHiddenLayersItIsLinear() {
    Matrix features = Samples.features(5, 3, 20260616);
    Parametric linear = new LinearModels(0.5).on(3).model(1, -2, 3);
    Parametric network = new NeuralModels(List.of(), Activation.TANH).on(3).model(1, -2, 3, 0.5);
    assertThat(ModelsPropertiesTest.predict(network, features))
        .isEqualTo(ModelsPropertiesTest.predict(linear, features));
  }

  /** Why a network does not start at 0: units that start alike stay alike. */
  @Test
  void fromZeroOnlyTheOutputsBiasLearns() {
    double[] gradient = new double[new NeuralModels(List.of(3), Activation.TANH).on(2).dimension()];
    new NeuralModels(List.of(3), Activation.TANH)
        .on(2)
        .model(new double[gradient.length])
        .addGradient(ONE, Column.of(1), gradient);
    assertThat(gradient).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
  }

  @Test
  void saysWhatDoesNotFit() {
    assertThatThrownBy(() -> new NeuralModels(List.of(4, 0), Activation.TANH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hidden[1]: 0 must be at least 1.");
    ParametricClass models = new NeuralModels(List.of(2), Activation.TANH).on(2);
    assertThatThrownBy(() -> models.model(1, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("theta: has 3 values, but the network has 9");
    Parametric model = models.model(new double[9]);
    assertThatThrownBy(() -> ModelsPropertiesTest.predict(model, Matrix.of(1, 3, 1, 2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has 3 values, but the network has 2");
    assertThatThrownBy(() -> new LogisticModels().on(3).model(1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("theta: has 2 values, but the features has 3");
  }
}
