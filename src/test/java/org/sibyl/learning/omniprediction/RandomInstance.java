package org.sibyl.learning.omniprediction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.OutcomeModel;

/**
 * A small world drawn at random: everything is a table by point and decision, x is the point's
 * number. Risks and errors are sums as the definitions write them, by no code under test.
 */
@SuppressWarnings("ArrayRecordComponent")
record RandomInstance(
    double[] shares,
    int decisions,
    double[][] truth,
    double[][] model,
    List<DecisionLoss> losses,
    List<DecisionRule> rules) {

  /** Up to 5 points, 3 decisions, 3 losses of up to 4, and 6 rules. */
  static RandomInstance of(long seed) {
    UniformRandomProvider random = EarlyWarning.random(seed);
    int points = 1 + random.nextInt(5);
    int decisions = 1 + random.nextInt(3);
    double[] shares = random.doubles(points).map(u -> u + 0.05).toArray();
    double sum = Arrays.stream(shares).sum();
    Arrays.setAll(shares, i -> shares[i] / sum);
    List<DecisionLoss> losses = new ArrayList<>();
    for (int l = random.nextInt(3); l >= 0; l--) {
      double scale = 0.5 + 3.5 * random.nextDouble();
      losses.add(
          new ByPoint(
              table(points, decisions, scale, random), table(points, decisions, scale, random)));
    }
    List<DecisionRule> rules = new ArrayList<>();
    for (int h = random.nextInt(6); h >= 0; h--) {
      rules.add(new Listed(random.ints(points, 0, decisions).boxed().toList()));
    }
    double[][] truth = table(points, decisions, 1, random);
    truth[0][0] = random.nextBoolean() ? Math.rint(truth[0][0]) : truth[0][0]; // E8
    return new RandomInstance(
        shares, decisions, truth, table(points, decisions, 1, random), losses, rules);
  }

  private static double[][] table(
      int points, int decisions, double scale, UniformRandomProvider random) {
    double[][] table = new double[points][decisions];
    for (double[] row : table) {
      Arrays.setAll(row, a -> scale * random.nextDouble());
    }
    return table;
  }

  record ByPoint(double[][] none, double[][] one) implements DecisionLoss {
    @Override
    public double value(double[] features, int decision, int outcome) {
      return (outcome == 1 ? one : none)[(int) features[0]][decision];
    }

    @Override
    public double max() {
      return Math.max(greatest(none), greatest(one));
    }

    private static double greatest(double[][] table) {
      return Arrays.stream(table).flatMapToDouble(Arrays::stream).max().orElseThrow();
    }

    @Override
    public boolean isInputOblivious() {
      return false;
    }

    @Override
    public void check(int decisions, int features) {
      // fits
    }
  }

  record Listed(List<Integer> decided) implements DecisionRule {
    @Override
    public int decide(double[] features) {
      return decided.get((int) features[0]);
    }

    @Override
    public void check(int decisions, int features) {
      // fits
    }
  }

  record Table(double[][] law) implements OutcomeModel {
    @Override
    public int decisions() {
      return law[0].length;
    }

    @Override
    public void probabilities(double[] features, double[] into) {
      System.arraycopy(law[(int) features[0]], 0, into, 0, into.length);
    }
  }

  Matrix people() {
    double[] numbers = new double[shares.length];
    Arrays.setAll(numbers, i -> i);
    return Matrix.of(shares.length, 1, numbers);
  }

  Evidence evidence() {
    return Evidence.of(people(), Column.of(shares), new Table(truth));
  }

  Risks risks() {
    return new Risks(people(), Column.of(shares), new Table(truth));
  }

  double max() {
    return losses.stream().mapToDouble(DecisionLoss::max).max().orElseThrow();
  }

  /** All k^m rules. */
  List<List<Integer>> everyRule() {
    List<List<Integer>> all = List.of(List.of());
    for (int i = 0; i < shares.length; i++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> start : all) {
        for (int a = 0; a < decisions; a++) {
          List<Integer> next = new ArrayList<>(start);
          next.add(a);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  static List<Integer> decided(DecisionRule rule) {
    return ((Listed) rule).decided();
  }

  double risk(DecisionLoss loss, List<Integer> decided, double[][] law) {
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      int a = decided.get(i);
      double p = law[i][a];
      double[] x = {i};
      sum += shares[i] * (p * loss.value(x, a, 1) + (1 - p) * loss.value(x, a, 0));
    }
    return sum;
  }

  List<Integer> best(DecisionLoss loss, double[][] law) {
    List<Integer> decided = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      int best = 0;
      for (int a = 1; a < decisions; a++) {
        best = costs(loss, i, a, law) < costs(loss, i, best, law) ? a : best;
      }
      decided.add(best);
    }
    return decided;
  }

  private static double costs(DecisionLoss loss, int i, int a, double[][] law) {
    double none = loss.value(new double[] {i}, a, 0);
    return none + (loss.value(new double[] {i}, a, 1) - none) * law[i][a];
  }

  double error(DecisionLoss loss, List<Integer> decided, double[][] law) {
    return risk(loss, decided, law) - risk(loss, decided, truth);
  }

  double gap(DecisionLoss loss, double[][] law) {
    double least = Double.POSITIVE_INFINITY;
    for (DecisionRule rule : rules) {
      least = Math.min(least, risk(loss, decided(rule), truth));
    }
    return risk(loss, best(loss, law), truth) - least;
  }

  /** What a model says of all points. */
  double[][] law(OutcomeModel of) {
    double[][] law = new double[shares.length][decisions];
    for (int i = 0; i < law.length; i++) {
      of.probabilities(new double[] {i}, law[i]);
    }
    return law;
  }

  double potential(double[][] law) {
    double sum = 0;
    for (int i = 0; i < law.length; i++) {
      for (int a = 0; a < decisions; a++) {
        sum += shares[i] * (law[i][a] - truth[i][a]) * (law[i][a] - truth[i][a]);
      }
    }
    return sum;
  }
}
