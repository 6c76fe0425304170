package org.sibyl.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.sibyl.Differences;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;

/** What holds for every family of parametric models. */
class ModelsPropertiesTest {
  static final List<ModelFamily> ALL =
      List.of(
          new LinearModels(0),
          new LinearModels(0.5),
          new LogisticModels(),
          new ConstantModels(),
          new NeuralModels(List.of(), Activation.TANH),
          new NeuralModels(List.of(4), Activation.TANH),
          new NeuralModels(List.of(3, 5), Activation.TANH),
          new NeuralModels(List.of(5, 2, 3), Activation.RELU));

  @Property(seed = "20260611", tries = 60)
  void gradientsInThetaAreDifferences(
      @ForAll @IntRange(min = 1, max = 5) int columns, @ForAll int seed) {
    Matrix features = Samples.features(7, columns, seed);
    Column slopes = Column.of(1, -2, 0, 0.5, 3, -0.25, 1);
    for (ModelFamily family : ALL) {
      ParametricClass models = family.on(columns);
      double[] theta = theta(models, seed);
      double[] gradient = new double[theta.length];
      java.util.Arrays.fill(gradient, 10); // added to, not overwritten
      models.model(theta).addGradient(features, slopes, gradient);
      double[] differences =
          Differences.gradient(at -> 10 * sum(at) + worth(models, at, features, slopes), theta);
      assertClose(family, gradient, differences);
    }
  }

  @Property(seed = "20260612", tries = 60)
  void gradientsInFeaturesAreDifferences(
      @ForAll @IntRange(min = 1, max = 5) int columns, @ForAll int seed) {
    double[] shown = Samples.features(1, columns, seed).toArray();
    for (ModelFamily family : ALL) {
      Parametric model = family.on(columns).model(theta(family.on(columns), seed));
      double[] gradient = new double[columns];
      java.util.Arrays.fill(gradient, 10); // overwritten
      model.featureGradient(shown, gradient);
      assertClose(
          family,
          gradient,
          Differences.gradient(at -> predict(model, Matrix.of(1, columns, at)).get(0), shown));
    }
  }

  /** Nobody's prediction depends on who else is asked. */
  @Property(seed = "20260613", tries = 30)
  void everyoneIsScoredAlone(@ForAll @IntRange(min = 1, max = 4) int columns, @ForAll int seed) {
    Matrix features = Samples.features(9, columns, seed);
    for (ModelFamily family : ALL) {
      Parametric model = family.on(columns).model(theta(family.on(columns), seed));
      Column all = predict(model, features);
      for (int i = 0; i < features.rows(); i++) {
        assertThat(predict(model, features.rows(i)).get(0)).isEqualTo(all.get(i));
      }
    }
  }

  /** Models are values: equal when their parameters are, and these are handed out as copies. */
  @Property(seed = "20260614", tries = 10)
  void modelsAreValues(@ForAll @IntRange(min = 1, max = 4) int columns, @ForAll int seed) {
    for (ModelFamily family : ALL) {
      double[] theta = theta(family.on(columns), seed);
      Parametric model = family.on(columns).model(theta);
      assertThat(model.theta()).isEqualTo(theta);
      model.theta()[0]++;
      theta[0]++;
      assertThat(model).isNotEqualTo(family.on(columns).model(theta));
      theta[0]--;
      assertThat(model).isEqualTo(family.on(columns).model(model.theta()));
      assertThat(model.scored()).isEqualTo(Scored.AFTER_RESPONSE);
    }
  }

  static double[] theta(ParametricClass models, int seed) {
    return new Random(seed).doubles(models.dimension(), -1, 1).toArray();
  }

  static Column predict(Parametric model, Matrix features) {
    return model.predict(features, Randomness.of(0).at(Draw.DEPLOYMENT, 0));
  }

  private static double worth(
      ParametricClass models, double[] theta, Matrix features, Column slopes) {
    Column predictions = predict(models.model(theta), features);
    double worth = 0;
    for (int i = 0; i < slopes.size(); i++) {
      worth += slopes.get(i) * predictions.get(i);
    }
    return worth;
  }

  private static double sum(double... values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  static void assertClose(Object what, double[] claimed, double[] expected) {
    double size = 1;
    for (double value : expected) {
      size = Math.max(size, Math.abs(value));
    }
    Offset<Double> close = within(1e-7 * size);
    for (int k = 0; k < expected.length; k++) {
      assertThat(claimed[k]).as("%s, entry %s", what, k).isCloseTo(expected[k], close);
    }
  }
}
