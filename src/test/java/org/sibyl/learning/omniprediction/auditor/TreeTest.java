package org.sibyl.learning.omniprediction.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sibyl.learning.omniprediction.Auditor;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.DecisionRule;

class TreeTest {
  private static final Matrix CORNERS = Matrix.of(4, 2, 0, 0, 0, 1, 1, 0, 1, 1);

  /** One decision where the features are equal, the other where they differ. */
  private static final Instance EXCLUSIVE_OR = Instance.of(CORNERS, 2, -1, 0, 0, -1, 0, -1, -1, 0);

  @Test
  void exactFindsWhatTryingEveryTreeFinds() {
    SplittableRandom random = new SplittableRandom(20260621);
    for (int k = 0; k < 100; k++) {
      Instance instance = Instance.random(random, random.nextInt(1, 7), 2, random.nextInt(1, 3));
      DecisionRule expected = BruteForce.cheapest(BruteForce.trees(instance), instance);
      assertThat(instance.cost(search(new Tree(2, true), instance)))
          .isEqualTo(instance.cost(expected));
    }
  }

  @Test
  void deeperIsNeverDearer() {
    SplittableRandom random = new SplittableRandom(20260622);
    int better = 0;
    for (int k = 0; k < 200; k++) {
      Instance instance = Instance.random(random, random.nextInt(1, 40), 3, 3);
      double last = instance.cost(search(Stumps.all(), instance));
      assertThat(instance.cost(search(new Tree(1, false), instance))).isEqualTo(last);
      for (int depth = 2; depth < 5; depth++) {
        double cost = instance.cost(search(new Tree(depth, false), instance));
        assertThat(cost).isLessThanOrEqualTo(last);
        better += cost < last ? 1 : 0;
        last = cost;
      }
    }
    assertThat(better).isGreaterThan(200);
  }

  /** No exact search finds less, so greed never does. */
  @Test
  void greedIsNeverCheaperThanTryingAll() {
    SplittableRandom random = new SplittableRandom(20260623);
    int dearer = 0;
    for (int k = 0; k < 100; k++) {
      Instance instance = Instance.random(random, random.nextInt(1, 15), 2, 3);
      double least = instance.cost(search(new Tree(2, true), instance));
      double greedy = instance.cost(search(new Tree(2, false), instance));
      assertThat(greedy).isGreaterThanOrEqualTo(least);
      dearer += greedy > least ? 1 : 0;
    }
    assertThat(dearer).isPositive();
  }

  @Test
  void onlyTheExactOneSolvesTheExclusiveOr() {
    assertThat(EXCLUSIVE_OR.cost(search(new Tree(2, true), EXCLUSIVE_OR))).isEqualTo(-4);
    assertThat(EXCLUSIVE_OR.cost(search(new Tree(2, false), EXCLUSIVE_OR))).isEqualTo(-2);
  }

  /**
   * Four steps of one feature, each with a decision of its own: two levels do, greed takes three.
   */
  @Test
  void greedSolvesStepsInThreeLevels() {
    Matrix steps = Matrix.of(4, 1, 0, 1, 2, 3);
    Instance instance = Instance.of(steps, 4, -1, 0, 0, 0, 0, -1, 0, 0, 0, 0, -3, 0, 0, 0, 0, -1);
    assertThat(instance.cost(search(new Tree(2, true), instance))).isEqualTo(-6);
    assertThat(instance.cost(search(new Tree(3, false), instance))).isEqualTo(-6);
    assertThat(instance.cost(search(new Tree(2, false), instance))).isEqualTo(-5);
    assertThat(instance.cost(search(new Tree(1, false), instance))).isEqualTo(-4);
  }

  @Test
  void saysWhenItIsExact() {
    assertThat(new Tree(1, false).isExact()).isTrue();
    assertThat(new Tree(2, false).isExact()).isFalse();
    assertThat(new Tree(2, true).isExact()).isTrue();
    assertThatThrownBy(() -> new Tree(3, true)).hasMessageContaining("depth: 3 must be at most 2");
  }

  @Test
  void exactRefusesMorePointsThanItCanTry() {
    Matrix many = Matrix.of(Tree.MOST + 1, 1, new double[Tree.MOST + 1]);
    assertThatThrownBy(() -> new Tree(2, true).on(many, 2)).hasMessageContaining("2001 points");
    assertThat(new Tree(2, false).on(many, 2)).isNotNull();
  }

  /** As many as the ways in which all trees of two levels decide, or more. */
  @Test
  void sizeIsNeverTooSmall() {
    long ways =
        BruteForce.trees(EXCLUSIVE_OR).stream()
            .map(rule -> Arrays.toString(EXCLUSIVE_OR.decided(rule)))
            .distinct()
            .count();
    assertThat(ways).isEqualTo(16);
    assertThat(new Tree(2, true).size(CORNERS, 2)).isEqualTo(2 + 2 * 10 * 10).isFinite();
    assertThat(new Tree(2000, false).size(CORNERS, 2)).isInfinite();
  }

  private static DecisionRule search(Auditor auditor, Instance instance) {
    return auditor.on(instance.evidence()).cheapest(instance.costs());
  }
}
