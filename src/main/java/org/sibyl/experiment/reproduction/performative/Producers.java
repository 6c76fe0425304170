package org.sibyl.experiment.reproduction.performative;

import java.util.Arrays;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.equilibrium.SeveralPredictors;
import org.sibyl.learning.equilibrium.SeveralPredictors.Rule;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.drawn.SharedMarket;
import org.sibyl.population.source.OneHot;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.LinearLoss;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.World;

/**
 * Cournot competition of 28 producers of oil (Zhong et al. 2025): each chooses a volume v, the
 * price is z - b times the total, a unit costs 10, and z itself falls with the total, by mu
 * arcsinh(1 + total - 40). Volumes before anything changed are Zipf shares of 40, a stand-in for
 * the published table; where it ends depends on their total alone.
 *
 * <p>A producer's loss is v (cost - z) + b v total: a linear loss on the outcome z - cost, a
 * penalty 2 b on its own volume, and rivalry b.
 */
final class Producers {
  private static final int NUMBER = 28;
  private static final double VOLUME = 40;
  private static final double COST = 10;
  private static final double HIGHEST = 147.27;
  private static final double SLOPE = (HIGHEST - 68.22) / VOLUME;

  private Producers() {}

  static void measure(Workbench bench, Figure figure) {
    for (double response : new double[] {0.25, 0.5, 0.75, 1}) {
      String place = "Cournot, mu = " + response + ", ";
      ends(bench, figure, response, place + "retraining: ", Rule.RETRAINING, 1, 20);
      ends(bench, figure, response, place + "anticipation: ", Rule.ANTICIPATION, 0.05, 800);
    }
    Setting slow = setting(bench, 1);
    double[] after = slow.last(algorithm(bench, Rule.GRADIENT_PLAY, 0.001), 0, 100);
    figure.put("Cournot, mu = 1, gradient play of step .001: total after 100 rounds", sum(after));
    figure.put("Cournot, mu = 1, gradient play of step .001: largest over smallest", spread(after));
  }

  private static void ends(
      Workbench bench,
      Figure figure,
      double response,
      String place,
      Rule rule,
      double step,
      int rounds) {
    Setting setting = setting(bench, response);
    World last = setting.worlds(algorithm(bench, rule, step), 0, rounds).get(rounds);
    double[] volumes = Setting.theta(last);
    double margin = setting.dynamics(0).play(last).cohort().outcomes().get(0);
    figure.put(place + "total", sum(volumes));
    figure.put(place + "price", margin + COST - SLOPE * sum(volumes));
    figure.put(place + "largest over smallest", spread(volumes));
  }

  private static Setting setting(Workbench bench, double response) {
    double felt = bench.sensitivity().applyAsDouble(response);
    SharedMarket market = new SharedMarket(HIGHEST - COST, felt, 1 - VOLUME, 0);
    return Setting.ofOutcomes(bench, new OneHot(NUMBER), NUMBER, market);
  }

  /** Steps are in volumes, those of the paper: a gradient over b. */
  private static SeveralPredictors algorithm(Workbench bench, Rule rule, double step) {
    Task task = Setting.task(bench, new LinearLoss(-1), 2 * SLOPE, new Everywhere());
    return new SeveralPredictors(
        Setting.at(zipf()),
        1,
        rule,
        step / SLOPE,
        Values.all(0),
        Values.all(SLOPE),
        Minimiser.exact(),
        0,
        task);
  }

  private static double[] zipf() {
    double[] shares = new double[NUMBER];
    Arrays.setAll(shares, k -> 1.0 / (k + 1));
    double all = sum(shares);
    Arrays.setAll(shares, k -> VOLUME / (k + 1) / all);
    return shares;
  }

  private static double sum(double... volumes) {
    double sum = 0;
    for (double volume : volumes) {
      sum += volume;
    }
    return sum;
  }

  private static double spread(double... volumes) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (double volume : volumes) {
      least = StrictMath.min(least, volume);
      most = StrictMath.max(most, volume);
    }
    return most / least;
  }
}
