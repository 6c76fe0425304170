package org.sibyl.experiment.reproduction.performative;

import java.util.List;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Estimate;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.GivenParameters;
import org.sibyl.learning.RepeatedRiskMinimization;
import org.sibyl.learning.descent.ConstantStep;
import org.sibyl.learning.descent.Plain;
import org.sibyl.learning.retraining.RepeatedGradientDescent;
import org.sibyl.learning.search.PerformativeDescent;
import org.sibyl.learning.search.ReparametrisedDescent;
import org.sibyl.learning.search.Statistic;
import org.sibyl.numeric.Values;
import org.sibyl.population.source.NormalSource;
import org.sibyl.prediction.Box;
import org.sibyl.prediction.LinearLoss;
import org.sibyl.prediction.Task;

/**
 * Prices of five goods (Izzo et al. 2021): demand N(mu - 1.5 theta, I), revenue theta z, prices in
 * [0, 5]; mu is one draw of 6 + U[0, 1], the same for all.
 */
final class Pricing implements Reproduction {
  private static final double[] MEANS = {6.1, 6.3, 6.5, 6.7, 6.9};
  private static final GivenParameters START = Setting.at(1, 1, 1, 1, 1);

  @Override
  public String name() {
    return "perfgd-pricing";
  }

  @Override
  public String reference() {
    return "Izzo et al. 2021, section 5, pricing";
  }

  @Override
  public String statement() {
    return "PerfGD earns all that can be earned, retraining nothing";
  }

  @Override
  public Axes axes() {
    return Axes.lines("round", "revenue").by("method");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("method", "round", "revenue");
    Task task = Setting.task(bench, new LinearLoss(-1), 0, Box.of(0, 5));
    Setting exact = Setting.ofFeatures(bench, -1.5, MEANS);
    ConstantStep step = new ConstantStep(0.1);
    Algorithm descent = new RepeatedGradientDescent(START, step, new Plain(), 0, task);
    ends(figure, exact, task, "repeated gradient descent", descent, 0);
    Algorithm reparametrised = new ReparametrisedDescent(START, step, task);
    ends(figure, exact, task, "reparametrised descent", reparametrised, 1);
    corners(figure, exact, task);
    sampled(bench, figure, exact, task);
    return figure;
  }

  private static void ends(
      Figure figure, Setting setting, Task task, String name, Algorithm algorithm, int method) {
    List<double[]> thetas = setting.thetas(algorithm, 0, 200);
    for (int round = 0; round <= 40; round++) {
      figure.row(method, round, -setting.risk(task, 0, thetas.get(round)));
    }
    double[] last = thetas.get(200);
    for (int good = 0; good < MEANS.length; good++) {
      figure.put(name + ": price " + (good + 1), last[good]);
    }
    figure.put(name + ": revenue", -setting.risk(task, 0, last));
  }

  /** A linear loss has its minimum in a corner: full prices, then none, and so on. */
  private static void corners(Figure figure, Setting exact, Task task) {
    List<double[]> thetas = exact.thetas(new RepeatedRiskMinimization(START, task), 0, 4);
    for (int round = 1; round <= 4; round++) {
      figure.put("retraining: first price of round " + (round + 1), thetas.get(round)[0]);
    }
  }

  /** 500 new people in each round, a memory of 25, as in the published code. */
  private static void sampled(Workbench bench, Figure figure, Setting exact, Task task) {
    NormalSource people = new NormalSource(MEANS.length, Values.each(MEANS), 1, false, false);
    Setting fresh = exact.fresh(people, 500);
    PerformativeDescent perfGd =
        new PerformativeDescent(
            START, new ConstantStep(0.1), 25, Statistic.FEATURES, Values.all(1), 0.2, 10, task);
    int runs = bench.full() ? 100 : 20;
    double[][] ends = new double[runs][];
    for (int run = 0; run < runs; run++) {
      ends[run] = fresh.last(perfGd, run, 100);
      for (int round = 0; run == 0 && round <= 40; round++) {
        figure.row(2, round, -exact.risk(task, 0, fresh.last(perfGd, 0, round)));
      }
    }
    for (int good = 0; good < MEANS.length; good++) {
      int one = good;
      figure.put(
          "PerfGD, 500 people: price " + (good + 1), Setting.mean(runs, run -> ends[run][one]));
    }
    Estimate revenue = Setting.mean(runs, run -> -exact.risk(task, 0, ends[run]));
    figure.put("PerfGD, 500 people: revenue", revenue);
  }
}
