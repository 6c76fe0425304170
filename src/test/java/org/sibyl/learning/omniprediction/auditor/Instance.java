package org.sibyl.learning.omniprediction.auditor;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.sibyl.learning.omniprediction.Costs;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.learning.omniprediction.TrialLog;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.OutcomeModel;

/**
 * Points and costs. Costs are sixteenths, so that sums are exact in any order, and equal ones are
 * equal.
 */
record Instance(Evidence evidence, Costs costs) {
  static Instance random(SplittableRandom random, int points, int features, int decisions) {
    double[] values = new double[points * features];
    int kinds = random.nextInt(2, 12); // so that there are ties
    Arrays.setAll(values, k -> random.nextInt(kinds) / 4.0 - 1);
    Matrix table = Matrix.of(points, features, values);
    return random.nextBoolean()
        ? of(sparse(table, decisions, random), random)
        : of(dense(table, decisions), random);
  }

  private static Instance of(Evidence evidence, SplittableRandom random) {
    double[] costs = new double[evidence.entries()];
    Arrays.setAll(costs, k -> random.nextInt(-16, 17) / 16.0);
    return new Instance(evidence, new Costs(evidence, costs));
  }

  /** Costs of all decisions, point after point. */
  static Instance of(Matrix features, int decisions, double... costs) {
    Evidence evidence = dense(features, decisions);
    return new Instance(evidence, new Costs(evidence, costs));
  }

  static Evidence dense(Matrix features, int decisions) {
    int points = features.rows();
    return Evidence.of(features, Column.constant(points, 1.0 / points), half(decisions));
  }

  static Evidence sparse(Matrix features, int decisions, SplittableRandom random) {
    int points = features.rows();
    return Evidence.of(
        new TrialLog(
            decisions,
            features,
            Column.generate(points, i -> random.nextInt(decisions)),
            Column.generate(points, i -> random.nextInt(2)),
            Column.constant(points, 1.0 / decisions)));
  }

  private static OutcomeModel half(int decisions) {
    return new OutcomeModel() {
      @Override
      public int decisions() {
        return decisions;
      }

      @Override
      public void probabilities(double[] features, double[] into) {
        Arrays.fill(into, 0.5);
      }
    };
  }

  Matrix features() {
    return evidence.features();
  }

  int decisions() {
    return evidence.decisions();
  }

  int[] decided(DecisionRule rule) {
    int[] decided = new int[evidence.size()];
    double[] row = new double[features().columns()];
    for (int i = 0; i < decided.length; i++) {
      features().copyRow(i, row);
      decided[i] = rule.decide(row);
    }
    return decided;
  }

  /** By definition: point by point. */
  double cost(DecisionRule rule) {
    int[] decided = decided(rule);
    double sum = 0;
    for (int i = 0; i < decided.length; i++) {
      sum += costs.of(i, decided[i]);
    }
    return sum;
  }
}
