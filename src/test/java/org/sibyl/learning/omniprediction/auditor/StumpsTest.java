package org.sibyl.learning.omniprediction.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Values;
import org.sibyl.prediction.decision.Always;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.Stump;

class StumpsTest {

  /** P9: 500 random instances with ties, of dense and of sparse costs. */
  @Test
  void findsWhatTryingEveryStumpFinds() {
    SplittableRandom random = new SplittableRandom(20260611);
    int stumps = 0;
    for (int k = 0; k < 500; k++) {
      Instance instance =
          Instance.random(
              random, random.nextInt(1, 41), random.nextInt(1, 4), random.nextInt(1, 5));
      DecisionRule found = search(Stumps.all(), instance);
      assertSame(found, BruteForce.cheapest(BruteForce.stumps(instance), instance), instance);
      stumps += found instanceof Stump ? 1 : 0;
    }
    assertThat(stumps).isBetween(300, 499);
  }

  @Test
  void triesOnlyTheFeaturesAndCutsGiven() {
    SplittableRandom random = new SplittableRandom(20260612);
    double[] cuts = {0.5, -0.75, 0.5, 0.3, 9, -9}; // values are quarters from -1 on
    for (int k = 0; k < 200; k++) {
      Instance instance = Instance.random(random, random.nextInt(1, 30), 3, 3);
      List<DecisionRule> all = new ArrayList<>(BruteForce.constants(3));
      double[] ascending = Arrays.stream(cuts).sorted().toArray();
      BruteForce.addStumps(all, 2, ascending, 3);
      BruteForce.addStumps(all, 0, ascending, 3);
      DecisionRule found = search(new Stumps(List.of(2, 0), Values.each(cuts)), instance);
      DecisionRule expected = BruteForce.cheapest(all, instance);
      assertSame(found, expected, instance);
      if (found instanceof Stump stump) {
        assertThat(stump.cut()).isEqualTo(((Stump) expected).cut());
      }
    }
  }

  /** The same in everything but the place of the cut between two values. */
  private static void assertSame(DecisionRule found, DecisionRule expected, Instance instance) {
    assertThat(instance.cost(found)).isEqualTo(instance.cost(expected));
    assertThat(instance.decided(found)).isEqualTo(instance.decided(expected));
    assertThat(found).hasSameClassAs(expected);
    if (found instanceof Stump stump) {
      assertThat(stump.feature()).isEqualTo(((Stump) expected).feature());
    }
  }

  private static DecisionRule search(Stumps stumps, Instance instance) {
    return stumps.on(instance.evidence()).cheapest(instance.costs());
  }

  @Test
  void cutsMidway() {
    assertThat(separating(1, 4)).isEqualTo(new Stump(0, 2.5, 1, 0));
    assertThat(separating(1e308, 1.5e308)).isEqualTo(new Stump(0, 1.25e308, 1, 0));
  }

  /** A cut at 0 has -0 on its far side. */
  @Test
  void listedCutDoesNotDivideZeroes() {
    Instance instance = Instance.of(Matrix.of(2, 1, -0.0, 1), 2, 0, -1, -1, 0);
    for (double zero : new double[] {0.0, -0.0}) {
      Stumps listed = new Stumps(List.of(), Values.each(zero));
      assertThat(search(listed, instance)).isEqualTo(new Always(0));
    }
  }

  /** Whatever the two values are, the cut divides them. */
  @ParameterizedTest
  @CsvSource({
    "1, 1.0000000000000002",
    "4.9e-324, 9.9e-324",
    "-4.9e-324, 0",
    "0, 4.9e-324",
    "-1.7976931348623157e308, 1.7976931348623157e308",
    "1.797693134862315e308, 1.7976931348623157e308",
    "-Infinity, -1.7976931348623157e308",
    "-Infinity, 5",
    "-Infinity, Infinity",
    "5, Infinity",
    "5, NaN",
    "-Infinity, NaN"
  })
  void cutDividesNeighbours(double less, double more) {
    DecisionRule rule = separating(less, more);
    assertThat(rule.decide(new double[] {less})).isEqualTo(1);
    assertThat(rule.decide(new double[] {more})).isZero();
  }

  /** No finite cut divides them, so the cheapest is a constant. */
  @ParameterizedTest
  @CsvSource({
    "-0.0, 0.0",
    "0.0, -0.0",
    "Infinity, NaN",
    "1.7976931348623157e308, Infinity",
    "1.7976931348623157e308, NaN",
    "3, 3"
  })
  void whatNoCutDividesIsNotDivided(double one, double other) {
    assertThat(separating(one, other)).isEqualTo(new Always(0));
  }

  /** Decision 1 is cheap at the first point, 0 at the second. */
  private static DecisionRule separating(double one, double other) {
    return search(Stumps.all(), Instance.of(Matrix.of(2, 1, one, other), 2, 0, -1, -1, 0));
  }

  /** 0.1 + 0.2 + 0.3 depends on the order of summation; a constant must win all the same. */
  @Test
  void roundingMakesNoStumpOfAConstant() {
    SplittableRandom random = new SplittableRandom(20260613);
    for (int k = 0; k < 200; k++) {
      double[] costs = new double[60];
      for (int i = 0; i < 60; i += 2) {
        costs[i] = -random.nextDouble(); // decision 0 is better everywhere
      }
      Matrix features = Matrix.of(30, 1, random.doubles(30).toArray());
      assertThat(search(Stumps.all(), Instance.of(features, 2, costs))).isEqualTo(new Always(0));
    }
  }

  /** The number of ways in which all stumps together decide about the points. */
  @Test
  void sizeIsTheNumberOfWaysToDecide() {
    SplittableRandom random = new SplittableRandom(20260614);
    for (int k = 0; k < 100; k++) {
      Instance instance = Instance.random(random, random.nextInt(1, 20), 1, random.nextInt(1, 5));
      long ways =
          BruteForce.stumps(instance).stream()
              .map(rule -> Arrays.toString(instance.decided(rule)))
              .distinct()
              .count();
      assertThat(Stumps.all().size(instance.features(), instance.decisions())).isEqualTo(ways);
    }
  }

  @Test
  void sizeWithListedCutsDoesNotDependOnThePoints() {
    Stumps listed = new Stumps(List.of(), Values.each(1, 2, 2));
    assertThat(listed.size(Matrix.of(1, 2, 7, 7), 3)).isEqualTo(3 + 2 * 2 * 6);
    assertThat(new Stumps(List.of(1), Values.each(1, 2)).size(Matrix.of(1, 2, 7, 7), 3))
        .isEqualTo(3 + 2 * 6);
  }

  @Test
  void featuresThatThereAreNotAreRefused() {
    assertThatThrownBy(() -> new Stumps(List.of(2), Values.each()).on(Matrix.of(1, 2, 0, 0), 2))
        .hasMessage("features: 2 must be below 2.");
    assertThatThrownBy(() -> new Stumps(List.of(0, 0), Values.each()))
        .hasMessageContaining("must name each feature once");
    assertThatThrownBy(() -> new Stumps(List.of(-1), Values.each()))
        .hasMessageContaining("must be at least 0");
    assertThatThrownBy(() -> new Stumps(List.of(), Values.each(Double.NaN)))
        .hasMessageContaining("cuts[0]");
  }
}
