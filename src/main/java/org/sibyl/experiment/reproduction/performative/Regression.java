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
import org.sibyl.learning.UniformParameters;
import org.sibyl.learning.descent.ConstantStep;
import org.sibyl.learning.search.PerformativeDescent;
import org.sibyl.learning.search.ReparametrisedDescent;
import org.sibyl.learning.search.Statistic;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.drawn.LinearOutcome;
import org.sibyl.population.source.NormalSource;
import org.sibyl.prediction.Box;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.prediction.Task;

/**
 * Ridge regression on outcomes that follow the prediction (Izzo et al. 2021): y = 5/3 (1 + theta) x
 * + noise, squares halved, ridge 10/3. Retraining converges, to a model that is 34 times worse than
 * the best.
 *
 * <p>The mean outcome depends on x, so PerfGD on the mean of outcomes would model another family:
 * as in the paper it models the slope.
 */
final class Regression implements Reproduction {
  private static final GivenParameters START = Setting.at(3);
  private static final double VARIANCE = 2.0333 * 2.0333;

  @Override
  public String name() {
    return "perfgd-regression";
  }

  @Override
  public String reference() {
    return "Izzo et al. 2021, section 5, regression";
  }

  @Override
  public String statement() {
    return "retraining converges to a model that is 34 times worse than the best";
  }

  @Override
  public Axes axes() {
    return Axes.lines("round", "theta", "risk").by("method");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("method", "round", "theta", "risk");
    Task task = Setting.task(bench, new SquaredLoss(0.5), 10.0 / 3, Box.of(-10, 10));
    Setting exact = setting(bench, 8, 0, true);
    List<double[]> retrained =
        thetas(figure, exact, task, 0, new RepeatedRiskMinimization(START, task));
    figure.put("retraining: slope", slope(retrained));
    ends(figure, exact, task, "retraining", retrained);
    Algorithm descent = new ReparametrisedDescent(START, new ConstantStep(0.1), task);
    ends(figure, exact, task, "reparametrised descent", thetas(figure, exact, task, 1, descent));
    sampled(bench, figure, task);
    return figure;
  }

  private static Setting setting(Workbench bench, int people, double deviation, boolean exact) {
    double response = bench.sensitivity().applyAsDouble(5.0 / 3);
    NormalSource source = new NormalSource(1, Values.all(5.0 / 3), 1, false, exact);
    return Setting.ofOutcomes(
        bench, source, people, new LinearOutcome(0, Values.all(5.0 / 3), response, deviation));
  }

  private static List<double[]> thetas(
      Figure figure, Setting setting, Task task, int method, Algorithm algorithm) {
    List<double[]> thetas = setting.thetas(algorithm, 0, 200);
    for (int round = 0; round <= 40; round++) {
      double risk = setting.risk(task, 0, thetas.get(round)) + VARIANCE / 2;
      figure.row(method, round, thetas.get(round)[0], risk);
    }
    return thetas;
  }

  private static double slope(List<double[]> thetas) {
    return (thetas.get(2)[0] - thetas.get(1)[0]) / (thetas.get(1)[0] - thetas.get(0)[0]);
  }

  /** The people here have no noise in their outcomes; it would add half its variance. */
  private static void ends(
      Figure figure, Setting setting, Task task, String name, List<double[]> thetas) {
    double[] last = thetas.get(200);
    figure.put(name + ": theta", last[0]);
    figure.put(name + ": risk", setting.risk(task, 0, last) + VARIANCE / 2);
  }

  /** 500 new people in each round, as in the published code. */
  private static void sampled(Workbench bench, Figure figure, Task task) {
    Setting exact = setting(bench, 8, 2.0333, true);
    NormalSource people = new NormalSource(1, Values.all(5.0 / 3), 1, false, false);
    Setting fresh = exact.fresh(people, 500);
    UniformParameters start = new UniformParameters(2, 4);
    int runs = bench.full() ? 200 : 40;
    Algorithm retraining = new RepeatedRiskMinimization(start, task);
    Algorithm descent = new ReparametrisedDescent(start, new ConstantStep(0.1), task);
    Estimate stable = Setting.mean(runs, run -> fresh.last(retraining, run, 80)[0]);
    Estimate best = Setting.mean(runs, run -> fresh.last(descent, run, 40)[0]);
    Algorithm published =
        new PerformativeDescent(
            start,
            new ConstantStep(0.05),
            4,
            Statistic.COEFFICIENTS,
            Values.all(2.0333),
            0.1,
            50,
            task);
    Estimate performative = Setting.mean(runs, run -> fresh.last(published, run, 80)[0]);
    figure.put("PerfGD, 500 people: theta after 80 rounds", performative);
    double risk = setting(bench, 8, 0, true).risk(task, 0, new double[] {performative.value()});
    figure.put("PerfGD, 500 people: risk of the mean theta", risk + VARIANCE / 2);
    figure.put("retraining, 500 people: theta after 80 rounds", stable);
    figure.put("reparametrised descent, 500 people: theta after 40 rounds", best);
  }
}
