package org.sibyl.learning.omniprediction.oblivious;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.LossTable;
import org.sibyl.prediction.decision.OutcomeModel;

/** Small worlds: kinds of people by number, with a share, the truth and a model's belief each. */
record Kinds(double[] shares, double[][] truth, double[][] belief) {

  static Kinds uniform(double[][] truth, double[][] belief) {
    double[] shares = new double[truth.length];
    Arrays.fill(shares, 1.0 / shares.length);
    return new Kinds(shares, truth, belief);
  }

  static Kinds random(Random random, int kinds, int decisions) {
    double[] shares = random.doubles(kinds, 0.1, 1).toArray();
    double sum = Arrays.stream(shares).sum();
    double[] normal = Arrays.stream(shares).map(share -> share / sum).toArray();
    return new Kinds(normal, table(random, kinds, decisions), table(random, kinds, decisions));
  }

  static double[][] table(Random random, int kinds, int decisions) {
    double[][] table = new double[kinds][];
    Arrays.setAll(table, i -> random.doubles(decisions).toArray());
    return table;
  }

  int size() {
    return shares.length;
  }

  int decisions() {
    return truth[0].length;
  }

  Evidence evidence() {
    double[] numbers = new double[size()];
    Arrays.setAll(numbers, i -> i);
    return Evidence.of(Matrix.of(size(), 1, numbers), Column.of(shares), new Table(truth));
  }

  /** The belief, point after point. */
  double[] flat() {
    return Arrays.stream(belief).flatMapToDouble(Arrays::stream).toArray();
  }

  OutcomeModel model() {
    return new Table(belief);
  }

  /** err(loss, rule) by definition D9, with another summation than the code under test. */
  double error(DecisionLoss loss, int[] decided) {
    double sum = 0;
    for (int a = 0; a < decisions(); a++) {
      double slope = loss.value(new double[1], a, 1) - loss.value(new double[1], a, 0);
      sum += slope * cell(decided, a);
    }
    return sum;
  }

  /** e_h(a) by definition D11. */
  double cell(int[] decided, int a) {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += decided[i] == a ? shares[i] * (belief[i][a] - truth[i][a]) : 0;
    }
    return sum;
  }

  double greatestCell(int[] decided) {
    double most = 0;
    for (int a = 0; a < decisions(); a++) {
      most = Math.max(most, Math.abs(cell(decided, a)));
    }
    return most;
  }

  /** True risk of a rule. */
  double risk(DecisionLoss loss, int[] decided) {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      double p = truth[i][decided[i]];
      double[] x = {i};
      sum +=
          shares[i] * (p * loss.value(x, decided[i], 1) + (1 - p) * loss.value(x, decided[i], 0));
    }
    return sum;
  }

  /** f of a loss, by definition D6. */
  int[] best(DecisionLoss loss) {
    int[] decided = new int[size()];
    for (int i = 0; i < size(); i++) {
      double least = Double.POSITIVE_INFINITY;
      for (int a = 0; a < decisions(); a++) {
        double none = loss.value(new double[] {i}, a, 0);
        double risk = none + (loss.value(new double[] {i}, a, 1) - none) * belief[i][a];
        decided[i] = risk < least ? a : decided[i];
        least = Math.min(least, risk);
      }
    }
    return decided;
  }

  int[] rule(Random random) {
    return random.ints(size(), 0, decisions()).toArray();
  }

  List<DecisionRule> rules(Random random, int count) {
    List<DecisionRule> rules = new ArrayList<>();
    for (int h = 0; h < count; h++) {
      rules.add(new ByKind(rule(random)));
    }
    return rules;
  }

  static DecisionLoss loss(Random random, int decisions) {
    List<List<Double>> table = new ArrayList<>();
    for (int a = 0; a < decisions; a++) {
      table.add(List.of(random.nextDouble(), random.nextDouble()));
    }
    return new LossTable(table);
  }

  /** A decision for each kind. */
  record ByKind(int... decided) implements DecisionRule {
    @Override
    public int decide(double[] features) {
      return decided[(int) features[0]];
    }

    @Override
    public void check(int decisions, int features) {
      // fits
    }
  }

  private record Table(double[][] rows) implements OutcomeModel {
    @Override
    public int decisions() {
      return rows[0].length;
    }

    @Override
    public void probabilities(double[] features, double[] into) {
      System.arraycopy(rows[(int) features[0]], 0, into, 0, into.length);
    }
  }
}
