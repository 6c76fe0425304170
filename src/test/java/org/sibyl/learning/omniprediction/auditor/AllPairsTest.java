package org.sibyl.learning.omniprediction.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sibyl.learning.omniprediction.Auditor;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.DecisionRule;

class AllPairsTest {
  @Test
  void withTwoDecisionsItIsTheStump() {
    SplittableRandom random = new SplittableRandom(20260651);
    for (int k = 0; k < 200; k++) {
      Instance instance = Instance.random(random, random.nextInt(1, 40), 2, 2);
      assertThat(search(new AllPairs(), instance)).isEqualTo(search(Stumps.all(), instance));
    }
  }

  /** The cost is the distance to the decision that fits: of two the nearer is better. */
  @Test
  void solvesFiveDecisionsInARow() {
    double[] costs = new double[25];
    for (int k = 0; k < 25; k++) {
      costs[k] = StrictMath.abs(k / 5 - k % 5);
    }
    Instance instance = Instance.of(Matrix.of(5, 1, 0, 1, 2, 3, 4), 5, costs);
    assertThat(instance.decided(search(new AllPairs(), instance))).containsExactly(0, 1, 2, 3, 4);
    assertThat(instance.cost(search(Stumps.all(), instance))).isEqualTo(3);
  }

  @Test
  void neverDearerThanAConstant() {
    SplittableRandom random = new SplittableRandom(20260652);
    int better = 0;
    for (int k = 0; k < 200; k++) {
      Instance instance = Instance.random(random, random.nextInt(1, 40), 2, 5);
      double cost = instance.cost(search(new AllPairs(), instance));
      double constant = instance.cost(BruteForce.cheapest(BruteForce.constants(5), instance));
      assertThat(cost).isLessThanOrEqualTo(constant);
      better += cost < constant ? 1 : 0;
    }
    assertThat(better).isGreaterThan(100);
  }

  private static DecisionRule search(Auditor auditor, Instance instance) {
    return auditor.on(instance.evidence()).cheapest(instance.costs());
  }
}
