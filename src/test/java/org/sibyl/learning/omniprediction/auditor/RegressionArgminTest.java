package org.sibyl.learning.omniprediction.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sibyl.learning.omniprediction.Costs;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Values;
import org.sibyl.prediction.decision.LinearMulticlass;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;

class RegressionArgminTest {
  /** Costs that are linear are fitted but for the ridge, also where nobody was seen. */
  @Test
  void recoversALinearRule() {
    LinearMulticlass truth =
        new LinearMulticlass(
            List.of(Values.each(1, -2, 0.5), Values.each(-1, 1, 0), Values.each(0.5, 1, -1)));
    SplittableRandom random = new SplittableRandom(20260641);
    Matrix features = Matrix.of(50, 2, random.doubles(100, -3, 3).toArray());
    double[] costs = new double[150];
    for (int k = 0; k < 150; k++) {
      double[] weights = truth.weights().get(k % 3).given();
      costs[k] =
          (weights[0] * features.get(k / 3, 0) + weights[1] * features.get(k / 3, 1) + weights[2])
              / 50; // the weight of a point
    }
    LinearMulticlass found = search(1e-12, Instance.of(features, 3, costs));
    for (int decision = 0; decision < 3; decision++) {
      assertThat(found.weights().get(decision).given())
          .containsExactly(truth.weights().get(decision).given(), within(1e-9));
    }
  }

  /** The fit is where the penalised squared error has gradient 0. */
  @Test
  void solvesTheNormalEquations() {
    SplittableRandom random = new SplittableRandom(20260642);
    for (int k = 0; k < 50; k++) {
      Instance instance = Instance.random(random, random.nextInt(1, 40), 3, 3);
      LinearMulticlass found = search(0.25, instance);
      for (int decision = 0; decision < 3; decision++) {
        assertThat(gradient(instance, decision, found.weights().get(decision).given()))
            .containsExactly(new double[4], within(1e-12));
      }
    }
  }

  private static double[] gradient(Instance instance, int decision, double... weights) {
    double[] gradient = new double[weights.length];
    double[] row = new double[weights.length];
    row[3] = 1;
    for (int i = 0; i < instance.evidence().size(); i++) {
      instance.features().copyRow(i, row);
      double fitted = 0;
      for (int k = 0; k < row.length; k++) {
        fitted += weights[k] * row[k];
      }
      double off = instance.evidence().mass(i) * fitted - instance.costs().of(i, decision);
      for (int k = 0; k < row.length; k++) {
        gradient[k] += off * row[k];
      }
    }
    for (int k = 0; k < 3; k++) { // the intercept is free
      gradient[k] += 0.25 * weights[k];
    }
    return gradient;
  }

  @Test
  void sameFeaturesTwiceNeedTheRidge() {
    Instance instance = Instance.of(Matrix.of(2, 2, 1, 1, 2, 2), 2, 0, -1, -1, 0);
    assertThat(instance.decided(search(1e-6, instance))).containsExactly(1, 0);
    assertThatThrownBy(() -> new RegressionArgmin(0)).hasMessageContaining("ridge: 0");
  }

  /** Kinds that are many people count so: the fit is exact in no kind, but nearest for most. */
  @Test
  void weighsKindsByTheirShare() {
    Evidence evidence =
        Evidence.of(
            Matrix.of(4, 3, 0, 1, 2, 1, 0, 3, 2, 2, 0, 3, 1, 1),
            Column.of(0.7, 0.1, 0.15, 0.05),
            new PerformativeOmnipredictor(3, List.of(), List.of(), List.of()));
    Costs costs = new Costs(evidence, new double[] {1, 0, 2, -1, 3, 0, 0, 1, -2, 1, 1, 0.5});
    Instance instance = new Instance(evidence, costs);
    LinearMulticlass found = search(0.25, instance);
    for (int decision = 0; decision < 3; decision++) {
      assertThat(gradient(instance, decision, found.weights().get(decision).given()))
          .containsExactly(new double[4], within(1e-12));
    }
  }

  private static LinearMulticlass search(double ridge, Instance instance) {
    return (LinearMulticlass)
        new RegressionArgmin(ridge).on(instance.evidence()).cheapest(instance.costs());
  }
}
