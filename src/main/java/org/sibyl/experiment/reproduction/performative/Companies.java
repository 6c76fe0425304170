package org.sibyl.experiment.reproduction.performative;

import java.util.Arrays;
import java.util.List;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.equilibrium.SeveralPredictors;
import org.sibyl.learning.equilibrium.SeveralPredictors.Rule;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.drawn.CoupledOutcome;
import org.sibyl.population.source.Blocks;
import org.sibyl.population.source.NormalSource;
import org.sibyl.population.source.OneHot;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.LinearLoss;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.prediction.Task;

/**
 * Two companies at once (Narang et al. 2023): who sell rides in three places, and who predict the
 * same people's outcomes. Demands, prices and the random instance are stand-ins in round numbers.
 */
final class Companies {
  /** Thousands of rides, of the first company in three places, then of the second. */
  private static final double[] RIDES = {2, 1.2, 0.6, 1.5, 0.9, 0.3};

  private static final double PRICE = 10;
  private static final double[] WEIGHTS = {1, 0.5, -0.5, 1};
  private static final double[][] MOVES = {{0.3, -0.2, 0.2, 0.1}, {-0.1, 0.2, 0.4, -0.3}};

  private Companies() {}

  static void measure(Workbench bench, Figure figure) {
    for (Rule rule : List.of(Rule.RETRAINING, Rule.ANTICIPATION)) {
      String name = rule == Rule.RETRAINING ? "retraining" : "anticipation";
      rides(bench, figure, rule, "ride share, " + name);
      prediction(bench, figure, rule, "strategic prediction, " + name);
    }
  }

  /**
   * Demand changes by -1.5 % for 1 % of the own price and .75 % of the other's rides for 1 % of its
   * price; the loss is half of minus demand times change of price, and a quarter of its square.
   */
  private static void rides(Workbench bench, Figure figure, Rule rule, String name) {
    Values[] matrix = new Values[RIDES.length];
    for (int company = 0; company < RIDES.length; company++) {
      int other = (company + 3) % RIDES.length;
      double[] row = new double[RIDES.length];
      row[company] = felt(bench, -1.5 * RIDES[company] / PRICE);
      row[other] = felt(bench, 0.75 * RIDES[other] / PRICE);
      matrix[company] = Values.each(row);
    }
    CoupledOutcome demand =
        new CoupledOutcome(Values.each(RIDES), Arrays.asList(matrix), Values.all(0), 0);
    Setting setting = Setting.ofOutcomes(bench, new OneHot(RIDES.length), RIDES.length, demand);
    Task task = Setting.task(bench, new LinearLoss(-0.5), 0.5, new Everywhere());
    double[] changes = setting.last(algorithm(rule, 1, 0.8, task, RIDES.length), 0, 300);
    for (int one = 0; one < changes.length; one++) {
      String whose = ": company " + (1 + one / 3) + ", place " + (1 + one % 3);
      figure.put(name + whose, changes[one]);
    }
  }

  /** Ridge regression of one's own people's outcomes on a feature N(1, 1) and a constant. */
  private static void prediction(Workbench bench, Figure figure, Rule rule, String name) {
    NormalSource own = new NormalSource(1, Values.all(1), 1, true, true);
    List<Values> matrix =
        Arrays.stream(MOVES)
            .map(row -> Values.each(Arrays.stream(row).map(entry -> felt(bench, entry)).toArray()))
            .toList();
    CoupledOutcome outcome = new CoupledOutcome(Values.all(0), matrix, Values.each(WEIGHTS), 0);
    Setting setting = Setting.ofOutcomes(bench, new Blocks(2, own), 20, outcome);
    Task task = Setting.task(bench, new SquaredLoss(0.5), 0.5, new Everywhere());
    double[] theta = setting.last(algorithm(rule, 2, 0.4, task, WEIGHTS.length), 0, 600);
    for (int k = 0; k < theta.length; k++) {
      figure.put(name + ": theta " + (k + 1), theta[k]);
    }
  }

  private static double felt(Workbench bench, double entry) {
    return bench.sensitivity().applyAsDouble(entry);
  }

  private static SeveralPredictors algorithm(
      Rule rule, int each, double step, Task task, int parameters) {
    return new SeveralPredictors(
        Setting.at(new double[parameters]),
        each,
        rule,
        step,
        Values.all(0),
        Values.all(0),
        Minimiser.exact(),
        0,
        task);
  }
}
