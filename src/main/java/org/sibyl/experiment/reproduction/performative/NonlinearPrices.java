package org.sibyl.experiment.reproduction.performative;

import java.util.List;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Estimate;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.RepeatedRiskMinimization;
import org.sibyl.learning.UniformParameters;
import org.sibyl.learning.descent.ConstantStep;
import org.sibyl.learning.descent.Plain;
import org.sibyl.learning.retraining.RepeatedGradientDescent;
import org.sibyl.learning.search.PerformativeDescent;
import org.sibyl.learning.search.ReparametrisedDescent;
import org.sibyl.learning.search.Statistic;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.drawn.RootOutcome;
import org.sibyl.population.source.ConstantSource;
import org.sibyl.prediction.Box;
import org.sibyl.prediction.LinearLoss;
import org.sibyl.prediction.Task;

/** The nonlinear problem of Izzo et al. 2021: z ~ N(sqrt(theta + 1), 1), loss theta z. */
final class NonlinearPrices implements Reproduction {
  @Override
  public String name() {
    return "perfgd-nonlinear";
  }

  @Override
  public String reference() {
    return "Izzo et al. 2021, section 5, nonlinear mean";
  }

  @Override
  public String statement() {
    return "retraining goes to the edge, where the risk is 0; PerfGD goes to the optimum";
  }

  @Override
  public Axes axes() {
    return Axes.lines("round", "theta").by("method");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("method", "round", "theta");
    Task task = Setting.task(bench, new LinearLoss(1), 0, Box.of(-1, 1));
    ConstantStep step = new ConstantStep(0.1);
    Setting exact = setting(bench, 1, 0);
    Algorithm descent = new RepeatedGradientDescent(Setting.at(0.75), step, new Plain(), 0, task);
    ends(figure, exact, task, "repeated gradient descent", descent, 0);
    Algorithm retraining = new RepeatedRiskMinimization(Setting.at(0.75), task);
    ends(figure, exact, task, "repeated risk minimization", retraining, 1);
    Algorithm reparametrised = new ReparametrisedDescent(Setting.at(0.75), step, task);
    ends(figure, exact, task, "reparametrised descent", reparametrised, 2);
    sampled(bench, figure, task);
    return figure;
  }

  private static Setting setting(Workbench bench, int people, double deviation) {
    double response = bench.sensitivity().applyAsDouble(1);
    return Setting.ofOutcomes(
        bench, new ConstantSource(), people, new RootOutcome(1, response, deviation));
  }

  private static void ends(
      Figure figure, Setting setting, Task task, String name, Algorithm algorithm, int method) {
    List<double[]> thetas = setting.thetas(algorithm, 0, 150);
    for (int round = 0; round <= 60; round++) {
      figure.row(method, round, thetas.get(round)[0]);
    }
    double[] last = thetas.get(150);
    figure.put(name + " without noise: theta", last[0]);
    figure.put(name + " without noise: risk", setting.risk(task, 0, last));
  }

  /** With the numbers of the published code, but for more repetitions. */
  private static void sampled(Workbench bench, Figure figure, Task task) {
    Setting noisy = setting(bench, 500, 1);
    UniformParameters start = new UniformParameters(0.5, 1);
    ConstantStep step = new ConstantStep(0.1);
    PerformativeDescent perfGd =
        new PerformativeDescent(start, step, 4, Statistic.OUTCOME, Values.all(1), 0, 10, task);
    ReparametrisedDescent descent = new ReparametrisedDescent(start, step, task);
    int runs = bench.full() ? 1000 : 200;
    Estimate known = Setting.mean(runs, run -> noisy.last(descent, run, 30)[0]);
    figure.put("reparametrised descent, 500 people: theta after 30 rounds", known);
    figure.put(
        "PerfGD, 500 people: theta after 30 rounds",
        Setting.mean(runs, run -> noisy.last(perfGd, run, 30)[0]));
    Setting many = setting(bench, 20_000, 1);
    figure.put(
        "PerfGD, 20000 people: theta after 30 rounds",
        Setting.mean(20, run -> many.last(perfGd, run, 30)[0]));
  }
}
