package org.sibyl.experiment.reproduction.performative;

import java.util.List;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Estimate;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.learning.search.Exploration;
import org.sibyl.learning.search.Statistic;
import org.sibyl.learning.search.TwoStage;
import org.sibyl.numeric.Values;
import org.sibyl.population.source.NormalSource;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.LinearLoss;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.World;

/**
 * The two-stage method on features that move by .2 theta, loss |theta|^2/2 - theta z, in three
 * dimensions, one person of deviation .5 to each of 2000 explorations.
 */
final class TwoStages implements Reproduction {
  private static final double SENSITIVITY = 0.2;
  private static final double[] MEANS = {1, -0.5, 0.25};
  private static final int EXPLORATIONS = 2000;

  @Override
  public String name() {
    return "two-stage";
  }

  @Override
  public String reference() {
    return "Miller et al. 2021, section 4";
  }

  @Override
  public String statement() {
    return "2000 explorations find how people move, and then the optimum";
  }

  @Override
  public Axes axes() {
    return Axes.points("parameter", "theta");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("parameter", "theta");
    Task task = Setting.task(bench, new LinearLoss(-1), 1, new Everywhere());
    TwoStage short20 = algorithm(task, 20);
    Setting exact = Setting.ofFeatures(bench, SENSITIVITY, MEANS);
    double[] best = exact.last(short20, 0, 21);
    for (int k = 0; k < MEANS.length; k++) {
      figure.put("without noise, 20 explorations: theta " + (k + 1), best[k]);
    }
    sampled(bench, figure, exact, task);
    return figure;
  }

  private static TwoStage algorithm(Task task, int explorations) {
    return new TwoStage(
        Setting.at(0, 0, 0), 1, explorations, Statistic.FEATURES, Minimiser.exact(), task);
  }

  private static void sampled(Workbench bench, Figure figure, Setting exact, Task task) {
    NormalSource people = new NormalSource(MEANS.length, Values.each(MEANS), 0.5, false, false);
    Setting fresh = exact.fresh(people, 1);
    int runs = bench.full() ? 60 : 12;
    double[][] ends = new double[runs][];
    double[] slopes = new double[runs];
    double worst = 0;
    for (int run = 0; run < runs; run++) {
      List<World> worlds = fresh.worlds(algorithm(task, EXPLORATIONS + 1), run, EXPLORATIONS + 1);
      ends[run] = Setting.theta(worlds.get(EXPLORATIONS + 1));
      for (int k = 0; k < MEANS.length; k++) {
        figure.row(k + 1, ends[run][k]);
      }
      Exploration explored = (Exploration) worlds.get(EXPLORATIONS).learner();
      for (int from = 0; from < MEANS.length; from++) {
        for (int to = 0; to < MEANS.length; to++) {
          double slope = explored.slope(from, to);
          double truth = from == to ? SENSITIVITY : 0;
          worst = StrictMath.max(worst, StrictMath.abs(slope - truth));
          slopes[run] += from == to ? slope / MEANS.length : 0;
        }
      }
    }
    figure.put("2000 explorations: every slope within .06", worst < 0.06);
    figure.put("2000 explorations: mean slope", Estimate.mean(slopes));
    for (int k = 0; k < MEANS.length; k++) {
      int one = k;
      Estimate theta = Setting.mean(runs, run -> ends[run][one]);
      figure.put("2000 explorations: theta " + (k + 1), theta);
    }
  }
}
