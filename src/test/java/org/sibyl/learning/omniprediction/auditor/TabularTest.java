package org.sibyl.learning.omniprediction.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.DecisionRule;

class TabularTest {
  /** Tries all k to the m functions of m kinds of people. */
  @Test
  void noFunctionIsCheaper() {
    SplittableRandom random = new SplittableRandom(20260631);
    for (int k = 0; k < 100; k++) {
      Instance instance = Instance.random(random, random.nextInt(1, 12), 1, 3);
      double[] kinds = kinds(instance);
      if (kinds.length <= 6) {
        DecisionRule found = search(instance);
        assertThat(instance.cost(found)).isEqualTo(least(instance, kinds));
        assertThat(new Tabular().size(instance.features(), 3))
            .isEqualTo(StrictMath.pow(3, kinds.length));
      }
    }
  }

  private static double[] kinds(Instance instance) {
    return Arrays.stream(instance.features().toArray()).distinct().sorted().toArray();
  }

  private static double least(Instance instance, double... kinds) {
    double least = Double.POSITIVE_INFINITY;
    for (int code = 0; code < StrictMath.pow(3, kinds.length); code++) {
      double cost = 0;
      for (int i = 0; i < instance.evidence().size(); i++) {
        int kind = Arrays.binarySearch(kinds, instance.features().get(i, 0));
        cost += instance.costs().of(i, code / (int) StrictMath.pow(3, kind) % 3);
      }
      least = StrictMath.min(least, cost);
    }
    return least;
  }

  @Test
  void strangersGetWhatIsCheapestForAll() {
    Matrix features = Matrix.of(3, 2, 0, 1, 1, 0, 1, 1);
    DecisionRule rule = search(Instance.of(features, 3, 0, -1, 0, 0, -1, 0, 0, 0, -1));
    assertThat(rule.decide(new double[] {1, 1})).isEqualTo(2);
    assertThat(rule.decide(new double[] {0, 0})).isEqualTo(1);
  }

  @Test
  void zeroIsNegativeZero() {
    Matrix features = Matrix.of(2, 1, 0.0, -0.0);
    DecisionRule rule = search(Instance.of(features, 2, -1, 0, 0, -2));
    assertThat(rule.decide(new double[] {0.0})).isEqualTo(1);
    assertThat(rule.decide(new double[] {-0.0})).isEqualTo(1);
    assertThat(new Tabular().size(features, 2)).isEqualTo(2);
  }

  private static DecisionRule search(Instance instance) {
    return new Tabular().on(instance.evidence()).cheapest(instance.costs());
  }
}
